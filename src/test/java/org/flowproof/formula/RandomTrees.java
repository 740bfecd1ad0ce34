package org.flowproof.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random trees of the kind that the parser can produce, over {@link TestVocabulary}. */
final class RandomTrees {
  private static final Term NOW = new Term.Name("t");
  private static final String[] INDEX_NAMES = {"p", "q", "l"};
  private static final String[] TIME_NAMES = {"s", "tau"};

  private final Random random;
  private final boolean shared;
  private final Map<String, IndexKind> indices = new LinkedHashMap<>();
  private final List<String> times = new ArrayList<>();

  private RandomTrees(long seed, boolean shared) {
    this.random = new Random(seed);
    this.shared = shared;
    indices.putAll(TestVocabulary.INSTANCE.genericIndices());
  }

  /** The whole language. */
  static RandomTrees language(long seed) {
    return new RandomTrees(seed, false);
  }

  /** Arithmetic and functions of plain names: the part that the computer algebra reads alike. */
  static RandomTrees arithmetic(long seed) {
    return new RandomTrees(seed, true);
  }

  Term term(int depth) {
    if (depth <= 1 || random.nextInt(8) == 0) {
      return leaf();
    }
    return switch (random.nextInt(shared ? 7 : 10)) {
      case 0 -> new Term.Negation(term(depth - 1));
      case 1, 2, 3 -> operation(depth);
      case 4 -> new Term.Operation(Term.Operator.POWER, term(depth - 1), exponent());
      case 5, 6 -> call(depth);
      case 7, 8 -> over(depth);
      default -> overTime(depth);
    };
  }

  private Term leaf() {
    if (shared) {
      String[] names = {"t", "kappa", "m", "n"};
      return random.nextBoolean()
          ? new Term.Literal(Rational.of(random.nextInt(20)))
          : new Term.Name(names[random.nextInt(names.length)]);
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Term.Literal(Rational.of(random.nextInt(20)));
      case 1 -> decimal();
      case 2 -> plain();
      default -> observed();
    };
  }

  private Term decimal() {
    java.math.BigDecimal value =
        new java.math.BigDecimal(random.nextInt(100_000)).movePointRight(random.nextInt(40) - 25);
    return new Term.Literal(Rational.ofDecimal(value));
  }

  private Term plain() {
    List<String> names = new ArrayList<>(List.of("t", "m", "n", "d", "kappa"));
    names.addAll(indices.keySet());
    names.addAll(times);
    return new Term.Name(pick(names));
  }

  private Term observed() {
    Signature signature =
        TestVocabulary.INSTANCE
            .find(pick(List.copyOf(TestVocabulary.INSTANCE.names())))
            .orElseThrow();
    if (signature.indices().isEmpty() && !signature.timed()) {
      return new Term.Name(signature.name());
    }
    List<Term> arguments = new ArrayList<>();
    for (IndexKind kind : signature.indices()) {
      List<Term> choices = new ArrayList<>();
      indices.forEach(
          (name, its) -> {
            if (its == kind) {
              choices.add(new Term.Name(name));
            }
          });
      choices.add(new Term.Literal(Rational.of(1 + random.nextInt(3))));
      arguments.add(pick(choices));
    }
    int primes = signature.timed() && random.nextInt(5) == 0 ? 1 : 0;
    return new Term.Observed(
        signature.name(), primes, arguments, signature.timed() ? time() : null);
  }

  private Term time() {
    List<Term> choices = new ArrayList<>(List.of(NOW, NOW, new Term.Literal(Rational.ZERO)));
    times.forEach(name -> choices.add(new Term.Name(name)));
    return pick(choices);
  }

  private Term operation(int depth) {
    Term.Operator[] operators = {
      Term.Operator.PLUS, Term.Operator.MINUS, Term.Operator.TIMES, Term.Operator.DIVIDE
    };
    return new Term.Operation(operators[random.nextInt(4)], term(depth - 1), term(depth - 1));
  }

  private Term exponent() {
    Term literal = new Term.Literal(Rational.of(1 + random.nextInt(4)));
    return switch (random.nextInt(4)) {
      case 0 -> new Term.Negation(literal);
      case 1 -> new Term.Operation(Term.Operator.POWER, new Term.Name("t"), literal);
      default -> literal;
    };
  }

  private Term call(int depth) {
    Term.Function[] functions = Term.Function.values();
    Term.Function function = functions[random.nextInt(functions.length)];
    List<Term> arguments = new ArrayList<>();
    for (int i = 0; i < function.arity(); i++) {
      arguments.add(term(depth - 1));
    }
    return new Term.Call(function, arguments);
  }

  private Term over(int depth) {
    Term.Fold[] folds = Term.Fold.values();
    Term.Fold fold = folds[random.nextInt(folds.length)];
    String index = freshIndex();
    if (index == null) {
      return leaf();
    }
    IndexKind kind = IndexKind.values()[random.nextInt(3)];
    indices.put(index, kind);
    Term body = term(depth - 1);
    indices.remove(index);
    return new Term.Over(fold, index, kind.size(), body);
  }

  private Term overTime(int depth) {
    if (times.size() == TIME_NAMES.length) {
      return leaf();
    }
    Term from = time();
    Term to = time();
    String variable = TIME_NAMES[times.size()];
    times.add(variable);
    Term body = term(depth - 1);
    times.remove(variable);
    Term.TimeFold[] folds = Term.TimeFold.values();
    return new Term.OverTime(folds[random.nextInt(folds.length)], variable, from, to, body);
  }

  private String freshIndex() {
    for (String name : INDEX_NAMES) {
      if (!indices.containsKey(name)) {
        return name;
      }
    }
    return null;
  }

  Proposition proposition(int depth) {
    String index = depth > 1 ? freshIndex() : null;
    int kind = depth <= 1 ? 0 : random.nextInt(index == null ? 5 : 7);
    if (kind == 0) {
      Proposition.Relation[] relations = Proposition.Relation.values();
      return new Proposition.Comparison(
          relations[random.nextInt(relations.length)], term(depth), term(depth));
    }
    if (kind <= 2) {
      List<Proposition> parts = new ArrayList<>();
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        parts.add(proposition(depth - 1));
      }
      return kind == 1 ? new Proposition.And(parts) : new Proposition.Or(parts);
    }
    if (kind == 3) {
      return new Proposition.Not(proposition(depth - 1));
    }
    if (kind == 4) {
      return new Proposition.Implies(proposition(depth - 1), proposition(depth - 1));
    }
    IndexKind counted = IndexKind.values()[random.nextInt(3)];
    indices.put(index, counted);
    Proposition body = proposition(depth - 1);
    indices.remove(index);
    return new Proposition.Quantified(
        kind == 5 ? Proposition.Quantifier.FOR_ALL : Proposition.Quantifier.EXISTS,
        index,
        counted.size(),
        body);
  }

  private <E> E pick(List<E> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
