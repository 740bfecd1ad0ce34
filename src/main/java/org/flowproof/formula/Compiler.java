package org.flowproof.formula;

/**
 * Translates trees into closures over one number system.
 *
 * @param <T> the numbers
 */
public final class Compiler<T> {
  private final Arithmetic<T> arithmetic;

  public Compiler(Arithmetic<T> arithmetic) {
    this.arithmetic = arithmetic;
  }

  /** Translates a term. */
  public CompiledTerm<T> compile(Term term) {
    if (arithmetic != null) {
      throw new UnsupportedOperationException(String.valueOf(term));
    }
    return null;
  }

  /** Translates a statement. */
  public CompiledProposition<T> compile(Proposition proposition) {
    if (arithmetic != null) {
      throw new UnsupportedOperationException(String.valueOf(proposition));
    }
    return null;
  }
}
