package org.flowproof.enclose.verify;

/** Something that a certificate claims does not follow. */
final class NotVerifiedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotVerifiedException(String message) {
    super(message);
  }

  /** Refuses unless something holds; not a number never holds. */
  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new NotVerifiedException(otherwise);
    }
  }
}
