package recruitflow.platform.operations;

/** A page of a list by number, the first is 1. */
public record Page(int number, int size) {
  private static final int DEFAULT_SIZE = 50;

  /** What is left out is the first page, of 50. */
  public static Page of(Integer number, Integer size) {
    return new Page(number == null ? 1 : number, size == null ? DEFAULT_SIZE : size);
  }

  /**
   * The same for a list that can also be followed by a cursor.
   *
   * @throws Failure invalid when both are asked for
   */
  public static Page beside(Object cursor, Integer number, Integer size) {
    if (cursor != null && number != null)
      throw Failure.invalid("page", "goes without a cursor: one of page and after");
    return of(number, size);
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
