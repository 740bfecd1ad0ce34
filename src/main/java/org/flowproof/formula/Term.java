package org.flowproof.formula;

import java.util.List;

/**
 * A numeric expression of the formula language. Trees are resolved: every name in them was declared
 * when the text was parsed, so later stages need no positions.
 */
public sealed interface Term {

  /** An exact literal; {@code 0.1} is one tenth. */
  record Literal(Rational value) implements Term {}

  /**
   * A name without arguments: the time {@code t}, a size ({@code m}, {@code n}, {@code d}), a bound
   * or generic index, a scalar constant of the problem, or a {@code where:} definition.
   */
  record Name(String name) implements Term {}

  /**
   * An observable with its indices and time, {@code a[j,0]}, {@code N[t]}, {@code N'[t]}.
   *
   * @param name declared in the {@link Vocabulary}
   * @param primes number of derivatives along the flow, 0 or 1
   * @param indices one term for each declared index, 1-based when evaluated
   * @param time the time argument; the name {@code t} when the text leaves it out and the
   *     observable depends on time; {@code null} exactly for observables that do not
   */
  record Observed(String name, int primes, List<Term> indices, Term time) implements Term {
    public Observed {
      indices = List.copyOf(indices);
    }
  }

  /** Unary minus. */
  record Negation(Term operand) implements Term {}

  /** Infix arithmetic. */
  record Operation(Operator operator, Term left, Term right) implements Term {}

  /** An elementary function applied to its arguments. */
  record Call(Function function, List<Term> arguments) implements Term {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code Sum}, {@code Max} or {@code Min} over an index from 1 to a size, {@code Sum[..., {j,
   * m}]}. An empty sum is 0; an empty maximum or minimum has no value.
   *
   * @param size the name of the upper end: {@code m}, {@code n} or {@code d}
   */
  record Over(Fold fold, String index, String size, Term body) implements Term {}

  /** {@code Integral}, {@code Sup} or {@code Inf} over times, {@code Sup[N[s], {s, 0, t}]}. */
  record OverTime(TimeFold fold, String variable, Term from, Term to, Term body) implements Term {}

  /** Infix operators with their binding strength. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    POWER("^");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** Elementary functions; the constant is the head used in formulas. */
  enum Function {
    ABS("Abs", 1),
    SQRT("Sqrt", 1),
    EXP("Exp", 1),
    LOG("Log", 1),
    SINH("Sinh", 1),
    COSH("Cosh", 1),
    TANH("Tanh", 1),
    ARTANH("ArcTanh", 1),
    SIN("Sin", 1),
    COS("Cos", 1),
    MAX("Max", 2),
    MIN("Min", 2);

    private final String head;
    private final int arity;

    Function(String head, int arity) {
      this.head = head;
      this.arity = arity;
    }

    public String head() {
      return head;
    }

    public int arity() {
      return arity;
    }
  }

  /** What an indexed range is folded into. */
  enum Fold {
    SUM("Sum"),
    MAX("Max"),
    MIN("Min");

    private final String head;

    Fold(String head) {
      this.head = head;
    }

    public String head() {
      return head;
    }
  }

  /** What a time range is folded into. */
  enum TimeFold {
    INTEGRAL("Integral"),
    SUPREMUM("Sup"),
    INFIMUM("Inf");

    private final String head;

    TimeFold(String head) {
      this.head = head;
    }

    public String head() {
      return head;
    }
  }
}
