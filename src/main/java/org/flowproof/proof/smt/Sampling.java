package org.flowproof.proof.smt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.Rational;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Scalars;
import org.flowproof.proof.exact.TreeRewriter;

/**
 * The second opinion on inequalities: exact evaluation at random points that satisfy the
 * assumptions, with many zeros, ones and ties among them. A violated assumption is repaired by
 * solving it for a scalar in which it is affine, with slack 0 every third time, so that boundaries
 * are met.
 */
public final class Sampling {
  /** Points that must satisfy the assumptions before "no counterexample" counts. */
  static final int POINTS = 25;

  private static final int ATTEMPTS = 20_000;

  private final RealQuestion question;
  private final Random random;
  private final List<Proposition> constraints = new ArrayList<>();

  private Sampling(RealQuestion question, long seed) {
    this.question = question;
    this.random = new Random(seed);
    question.assumptions().forEach(this::flatten);
  }

  /** How this opinion is named in evidence. */
  public static String tool() {
    return "exact random sampling, at least " + POINTS + " admissible points";
  }

  /**
   * Looks for a counterexample.
   *
   * @return empty text when the goal held at every admissible point and there were enough of them
   */
  public static String answer(RealQuestion question, long seed) {
    return new Sampling(question, seed).search();
  }

  private String search() {
    int found = 0;
    for (int attempt = 0; attempt < ATTEMPTS && found < POINTS; attempt++) {
      Optional<Map<String, Rational>> point = point();
      if (point.isPresent()) {
        found++;
        try {
          if (!new Scalars(point.get()).holds(question.goal())) {
            return "counterexample " + new TreeMap<>(point.get());
          }
        } catch (ArithmeticException e) {
          return "division by zero in the goal at " + new TreeMap<>(point.get());
        }
      }
    }
    return found >= POINTS
        ? ""
        : "only " + found + " admissible points found; the assumptions may contradict each other";
  }

  private void flatten(Proposition p) {
    if (p instanceof Proposition.And a) {
      a.parts().forEach(this::flatten);
    } else {
      constraints.add(p);
    }
  }

  private Optional<Map<String, Rational>> point() {
    Map<String, Rational> values = new HashMap<>();
    new TreeMap<>(question.domains()).forEach((name, domain) -> values.put(name, draw(domain)));
    try {
      for (int pass = 0; pass < 4; pass++) {
        boolean all = true;
        for (Proposition p : constraints) {
          if (!new Scalars(values).holds(p)) {
            all = false;
            if (!(p instanceof Proposition.Comparison c) || !repair(c, values)) {
              return Optional.empty();
            }
          }
        }
        if (all) {
          return Optional.of(values);
        }
      }
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  // Solves left - right = slack for one name in which the difference is affine, or quadratic with a
  // rational root.
  private boolean repair(Proposition.Comparison c, Map<String, Rational> values) {
    List<String> candidates = new ArrayList<>(namesIn(c));
    candidates.removeIf(n -> question.domains().get(n) == RealQuestion.Domain.SIZE);
    java.util.Collections.shuffle(candidates, random);
    for (String name : candidates) {
      Rational kept = values.get(name);
      Rational zero = difference(c, values, name, Rational.ZERO);
      Rational one = difference(c, values, name, Rational.ONE);
      Rational two = difference(c, values, name, Rational.of(2));
      Rational slope = one.minus(zero);
      Rational bend = two.minus(one).minus(slope).dividedBy(Rational.of(2));
      Rational rest = zero.minus(slack(c.relation()));
      Optional<Rational> root =
          bend.signum() == 0
              ? slope.signum() == 0 ? Optional.empty() : Optional.of(rest.negate().dividedBy(slope))
              : root(bend, slope.minus(bend), rest);
      if (root.isPresent()) {
        values.put(name, root.get());
        // a difference of higher degree is found out here
        if (new Scalars(values).holds(c)) {
          return true;
        }
      }
      values.put(name, kept);
    }
    return false;
  }

  // a rational solution of a v^2 + b v + c = 0
  private Optional<Rational> root(Rational a, Rational b, Rational c) {
    Rational discriminant = b.times(b).minus(Rational.of(4).times(a).times(c));
    if (discriminant.signum() < 0) {
      return Optional.empty();
    }
    Rational root =
        new Rational(discriminant.numerator().sqrt(), discriminant.denominator().sqrt());
    if (!root.times(root).equals(discriminant)) {
      return Optional.empty();
    }
    Rational signed = random.nextBoolean() ? root : root.negate();
    return Optional.of(signed.minus(b).dividedBy(a.plus(a)));
  }

  private static Rational difference(
      Proposition.Comparison c, Map<String, Rational> values, String name, Rational value) {
    values.put(name, value);
    Scalars scalars = new Scalars(values);
    return scalars.value(c.left()).minus(scalars.value(c.right()));
  }

  private Rational slack(Proposition.Relation relation) {
    Rational positive = Rational.of(1 + random.nextInt(6), 1 + random.nextInt(3));
    Rational weak = random.nextInt(3) == 0 ? Rational.ZERO : positive;
    return switch (relation) {
      case EQUAL -> Rational.ZERO;
      case NOT_EQUAL, GREATER -> positive;
      case GREATER_OR_EQUAL -> weak;
      case LESS -> positive.negate();
      case LESS_OR_EQUAL -> weak.negate();
    };
  }

  private Rational draw(RealQuestion.Domain domain) {
    return switch (domain) {
      case SIZE -> Rational.of(1 + random.nextInt(4));
      case UNIT -> {
        int denominator = 1 + random.nextInt(4);
        yield Rational.of(random.nextInt(denominator + 1), denominator);
      }
      case NONNEGATIVE -> number().abs();
      case REAL -> number();
    };
  }

  private Rational number() {
    return switch (random.nextInt(5)) {
      case 0 -> Rational.ZERO;
      case 1 -> Rational.of(random.nextBoolean() ? 1 : -1);
      case 2 -> Rational.of(random.nextInt(2001) - 1000, 1 + random.nextInt(100));
      default -> Rational.of(random.nextInt(13) - 6, 1 + random.nextInt(4));
    };
  }

  private static java.util.Set<String> namesIn(Proposition p) {
    TreeSet<String> names = new TreeSet<>();
    new TreeRewriter() {
      @Override
      protected Term name(Term.Name name) {
        names.add(name.name());
        return name;
      }
    }.proposition(p);
    return names;
  }
}
