import type { AttentionItem, AttentionPart, Groups, RecentItem, Screening } from '$shared/api/openapi';

export type { AttentionPart, Groups, PositionCard } from '$shared/api/openapi';
export type Dashboard = Screening;
export type GroupName = keyof Groups;
export type Attention = AttentionItem;
export type AttentionKind = AttentionItem['kind'];
export type GroupOfAttention = AttentionPart['group'];
export type RecentEvent = RecentItem;
