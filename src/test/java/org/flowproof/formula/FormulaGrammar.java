package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * The grammar of formulas as a generator of text: every text is a formula over {@link
 * TestVocabulary}, but for towers of exponents. Unlike {@link RandomTrees} it writes blanks,
 * brackets that are not needed and numbers in all their forms.
 */
public final class FormulaGrammar {
  private static final int DEEPEST = 4;
  private static final String[] BLANKS = {"", "", " ", "  ", "\t", "\n "};
  private static final String[] NUMBERS = {
    "0.5", "1e-8", "3.25e2", "0.1", "1e0", "2.50", "1e400", "1e-400", "7e+2", "0", "1", "2", "3"
  };
  private static final String[] EXPONENTS = {
    "2", "3", "0", "1", "-1", "-2", "(1/2)", "2^3", "(2*kappa)", "t", "64", "-t", "((3))"
  };
  // without 0: that of the number 0 is 1 here and for the solver, and no number for Symja
  private static final String[] WHOLE_EXPONENTS = {"2", "3", "-1", "1", "-2"};

  private final Random random;
  private final boolean rational;
  private final List<String> neurons = new ArrayList<>(List.of("j", "1", "2"));
  private final List<String> samples = new ArrayList<>(List.of("k", "1", "3"));
  private final List<String> times = new ArrayList<>(List.of("t", "0"));
  private int bound;

  private FormulaGrammar(Random random, boolean rational) {
    this.random = random;
    this.rational = rational;
  }

  /** A formula of the whole language, a number or a statement. */
  static String formula(Random random) {
    FormulaGrammar grammar = new FormulaGrammar(random, false);
    return random.nextBoolean()
        ? grammar.sum(random.nextInt(DEEPEST + 1))
        : grammar.statement(random.nextInt(DEEPEST));
  }

  /** Sums, products, quotients and integer powers of numbers and the names t and kappa. */
  static String rational(Random random) {
    return new FormulaGrammar(random, true).sum(random.nextInt(DEEPEST));
  }

  /** Texts as by {@link #formula}. */
  public static Arbitrary<String> formulas() {
    return Arbitraries.randomValue(FormulaGrammar::formula);
  }

  static Arbitrary<String> rationals() {
    return Arbitraries.randomValue(FormulaGrammar::rational);
  }

  private String sum(int depth) {
    StringBuilder text = new StringBuilder(product(depth));
    for (int more = random.nextInt(5); more > 2; more--) {
      boolean plus = random.nextBoolean();
      String part = product(depth);
      text.append(blank()).append(plus ? '+' : '-').append(blank());
      text.append(!plus && part.startsWith("-") ? "(" + part + ")" : part);
    }
    return text.toString();
  }

  private String product(int depth) {
    StringBuilder text = new StringBuilder(signed(depth));
    for (int more = random.nextInt(5); more > 2; more--) {
      text.append(blank()).append(random.nextInt(3) > 0 ? '*' : '/').append(blank());
      text.append(signed(depth));
    }
    return text.toString();
  }

  private String signed(int depth) {
    return random.nextInt(6) == 0 ? "-" + blank() + power(depth) : power(depth);
  }

  private String power(int depth) {
    String base = atom(depth);
    return random.nextInt(6) == 0
        ? base + blank() + "^" + pick(rational ? WHOLE_EXPONENTS : EXPONENTS)
        : base;
  }

  private String atom(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return leaf();
    }
    return switch (random.nextInt(rational ? 1 : 6)) {
      case 0, 1 -> "(" + blank() + sum(depth - 1) + ")";
      case 2, 3 -> call(depth);
      case 4 -> fold(depth);
      default -> timeFold(depth);
    };
  }

  private String call(int depth) {
    Term.Function[] all = Term.Function.values();
    Term.Function function = all[random.nextInt(all.length)];
    String second = function.arity() == 2 ? "," + blank() + sum(depth - 1) : "";
    return function.head() + "[" + sum(depth - 1) + second + "]";
  }

  private String fold(int depth) {
    boolean neuron = random.nextBoolean();
    List<String> names = neuron ? neurons : samples;
    String name = "p" + ++bound;
    names.add(name);
    String text =
        "%s[%s,%s{%s, %s}]"
            .formatted(
                pick("Sum", "Max", "Min"), sum(depth - 1), blank(), name, neuron ? "m" : "n");
    names.remove(name);
    return text;
  }

  private String timeFold(int depth) {
    if (times.size() == 2 + Scope.MAX_TIMES) {
      return leaf();
    }
    String from = pick(times);
    String to = pick(times);
    String name = "s" + ++bound;
    times.add(name);
    String text =
        "%s[%s, {%s, %s, %s}]"
            .formatted(pick("Integral", "Sup", "Inf"), sum(depth - 1), name, from, to);
    times.remove(name);
    return text;
  }

  private String leaf() {
    int kind = random.nextInt(rational ? 4 : 10);
    return switch (kind) {
      case 0 -> pick(NUMBERS);
      case 1 -> digits();
      case 2, 3 -> pick("t", "kappa");
      case 4 -> pick("m", "n", "d", "N", "N'", "N[0]", pick(neurons), pick(samples), pick(times));
      case 5 -> pick("a", "a'") + "[" + pick(neurons) + "," + blank() + pick(times) + "]";
      case 6 -> "u[%s, %s]".formatted(pick(neurons), pick(samples));
      case 7 -> "normW2[" + pick(neurons) + "]";
      case 8 -> "x[" + pick(samples) + ",1]";
      default -> "y[" + pick(samples) + "]";
    };
  }

  private String digits() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "1" : "0.");
    for (int more = random.nextInt(random.nextInt(50) + 1); more >= 0; more--) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }

  private String statement(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      String sign = pick("==", "!=", "<", "<=", ">", ">=");
      return sum(2) + blank() + sign + blank() + sum(random.nextInt(3));
    }
    return switch (random.nextInt(6)) {
      case 0 -> "Not[" + statement(depth - 1) + "]";
      case 1 -> "(" + statement(depth - 1) + ")";
      case 2 -> statement(depth - 1) + blank() + "&&" + blank() + statement(depth - 1);
      case 3 -> statement(depth - 1) + "||" + statement(depth - 1);
      case 4 -> "Implies[" + statement(depth - 1) + ", " + statement(depth - 1) + "]";
      default -> quantified(depth);
    };
  }

  private String quantified(int depth) {
    String name = "p" + ++bound;
    neurons.add(name);
    String text =
        "%s[{%s, m},%s%s]".formatted(pick("ForAll", "Exists"), name, blank(), statement(depth - 1));
    neurons.remove(name);
    return text;
  }

  private String blank() {
    return pick(BLANKS);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
