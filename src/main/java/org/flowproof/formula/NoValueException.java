package org.flowproof.formula;

/** A term has no value here: division by zero, logarithm of a negative number, an empty maximum. */
public final class NoValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoValueException(String message) {
    super(message);
  }
}
