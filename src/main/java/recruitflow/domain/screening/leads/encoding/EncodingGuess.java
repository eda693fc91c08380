package recruitflow.domain.screening.leads.encoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import recruitflow.domain.desk.candidates.SearchText;

/**
 * What a file is written in: by its byte order mark, the place of zero bytes, what is valid UTF-8,
 * and else by which letters make words of some language.
 *
 * @param encoding the likeliest
 * @param readings how words look in it and in others that are about as likely, the likeliest first;
 *     empty when there is no doubt
 */
public record EncodingGuess(FileEncoding encoding, List<Reading> readings) {
  private static final double DOUBT = 0.3;
  private static final int SAMPLES = 5;
  private static final int MOST_READINGS = 3;

  /** The same words in one encoding. */
  public record Reading(FileEncoding encoding, List<String> samples) {}

  private record Scored(FileEncoding encoding, double score, List<String> words) {
    boolean looksLike(Scored other) {
      return IntStream.range(0, words.size()).allMatch(i -> same(words.get(i), other.words.get(i)));
    }

    // Old and new spelling of the Romanian ş and ț are one for everybody but a computer.
    private static boolean same(String word, String other) {
      return word.equals(other)
          || SearchText.fold(word).equals(SearchText.fold(other))
              && word.codePoints().allMatch(Character::isLetter);
    }
  }

  /** Looks at the bytes. */
  public static EncodingGuess of(byte[] bytes) {
    return byMark(bytes)
        .or(() -> byZeroBytes(bytes))
        .or(() -> Utf8.isLikely(bytes) ? Optional.of(FileEncoding.UTF_8) : Optional.empty())
        .map(encoding -> new EncodingGuess(encoding, List.of()))
        .orElseGet(() -> byWords(HighWords.of(bytes)));
  }

  private static EncodingGuess byWords(List<byte[]> words) {
    var scored = new ArrayList<Scored>();
    for (var encoding : FileEncoding.values()) {
      if (encoding.isEightBit()) {
        var read = words.stream().map(encoding::plain).toList();
        scored.add(new Scored(encoding, Plausibility.of(read), read));
      }
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    var best = scored.getFirst();
    var different = new ArrayList<Scored>(List.of(best));
    for (var other : scored) {
      if (other.score() > Math.max(0, best.score() - DOUBT)
          && different.size() < MOST_READINGS
          && different.stream().noneMatch(other::looksLike)) {
        different.add(other);
      }
    }
    return new EncodingGuess(
        best.encoding(), different.size() == 1 ? List.of() : readings(different));
  }

  /** Only words that tell the readings apart are shown. */
  private static List<Reading> readings(List<Scored> different) {
    var telling =
        IntStream.range(0, different.getFirst().words().size())
            .filter(i -> different.stream().map(s -> s.words().get(i)).distinct().count() > 1)
            .limit(SAMPLES)
            .boxed()
            .toList();
    return different.stream()
        .map(s -> new Reading(s.encoding(), telling.stream().map(s.words()::get).toList()))
        .toList();
  }

  private static Optional<FileEncoding> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(FileEncoding.UTF_32LE);
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(FileEncoding.UTF_32BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(FileEncoding.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(FileEncoding.UTF_16BE);
    }
    return startsWith(bytes, 0xEF, 0xBB, 0xBF) ? Optional.of(FileEncoding.UTF_8) : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    return bytes.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
  }

  // A header in Latin letters has zeros at the same places of every two or four bytes.
  private static Optional<FileEncoding> byZeroBytes(byte[] bytes) {
    int length = Math.min(bytes.length, 400) & ~3;
    var zeros = new int[4];
    for (int i = 0; i < length; i++) {
      zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
    }
    var pattern = new StringBuilder();
    for (int count : zeros) {
      pattern.append(count > length / 8 ? '0' : count <= length / 40 ? 'x' : '?');
    }
    return switch (length == 0 ? "" : pattern.toString().toLowerCase(Locale.ROOT)) {
      case "x000" -> Optional.of(FileEncoding.UTF_32LE);
      case "000x" -> Optional.of(FileEncoding.UTF_32BE);
      case "x0x0" -> Optional.of(FileEncoding.UTF_16LE);
      case "0x0x" -> Optional.of(FileEncoding.UTF_16BE);
      default -> Optional.empty();
    };
  }
}
