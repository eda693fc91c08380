package recruitflow.platform.operations;

/** A page of a list by number, the first is 1. */
public record Page(int number, int size) {
  private static final int DEFAULT_SIZE = 50;

  /** What is left out is the first page, of 50. */
  public static Page of(Integer number, Integer size) {
    return new Page(number == null ? 1 : number, size == null ? DEFAULT_SIZE : size);
  }

  /** How many rows come before it. */
  public long offset() {
    return (number - 1L) * size;
  }

  /** The number of the next page as text, or null after the last. */
  public String next(long total) {
    return offset() + size < total ? String.valueOf(number + 1) : null;
  }
}
