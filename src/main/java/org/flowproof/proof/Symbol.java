package org.flowproof.proof;

import java.util.List;
import java.util.Optional;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Signature;
import org.flowproof.formula.Term;

/**
 * One name of a {@link Setting}.
 *
 * @param signature name, indices, time dependence, LaTeX
 * @param indices the names that {@code role}'s terms use for the indices, in order
 * @param role how its values come about
 * @param kind what values it takes
 * @param about one line for readers
 */
public record Symbol(
    Signature signature, List<String> indices, Role role, Kind kind, String about) {
  public Symbol {
    indices = List.copyOf(indices);
  }

  /** How the values of a symbol come about. */
  public sealed interface Role {
    /** Given once and for all. */
    record Constant() implements Role {}

    /**
     * Part of the state.
     *
     * @param moves its derivative in a flow, its increment in a descent
     * @param free whether it is one of the variables of the loss, so that {@code moves} must be
     *     (step times) minus the gradient; otherwise {@code moves} defines it
     */
    record State(Term moves, boolean free) implements Role {}

    /**
     * The value at a moving argument of an unknown function: twice continuously differentiable, or,
     * when its slope is a gate, piecewise linear.
     *
     * @param of the argument
     * @param slope the derivative of the function at the argument; empty when it is not needed
     * @param shared whether it is one function for all values of the indices
     * @param vanishes whether the function is 0 at 0
     */
    record Function(Term of, Optional<Term> slope, boolean shared, boolean vanishes)
        implements Role {}

    /**
     * The value of an unknown twice continuously differentiable function of a whole family of state
     * variables, such as {@code theta[1], ..., theta[d]}.
     *
     * @param over the name of the index that runs through the family
     * @param kind what that index counts
     * @param of the state variable at that index
     * @param slope the partial derivative by it; empty when it is not needed
     */
    record FunctionOfFamily(String over, IndexKind kind, Term.Observed of, Optional<Term> slope)
        implements Role {}

    /** The slope taken of a piecewise linear activation; constant between kinks. */
    record Gate() implements Role {}

    /** An abbreviation. */
    record Defined(Term body) implements Role {}
  }

  /** What values a symbol takes. */
  public enum Kind {
    REAL,
    NONNEGATIVE,
    POSITIVE,
    /** in [0, 1] */
    UNIT,
    /** at least 1 */
    SIZE
  }

  /** The definition of an abbreviation. */
  public Optional<Term> definition() {
    return role instanceof Role.Defined d ? Optional.of(d.body()) : Optional.empty();
  }
}
