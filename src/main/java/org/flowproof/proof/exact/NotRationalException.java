package org.flowproof.proof.exact;

/** A term is outside the class that a procedure decides; the message says which part. */
public final class NotRationalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotRationalException(String message) {
    super(message);
  }
}
