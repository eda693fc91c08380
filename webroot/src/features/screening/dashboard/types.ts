import type { AttentionItem, Groups, RecentItem, Screening } from '$shared/api/openapi';

export type { Groups, PositionCard } from '$shared/api/openapi';
export type Dashboard = Screening;
export type GroupName = keyof Groups;
export type Attention = AttentionItem;
export type AttentionKind = AttentionItem['kind'];
export type RecentEvent = RecentItem;
