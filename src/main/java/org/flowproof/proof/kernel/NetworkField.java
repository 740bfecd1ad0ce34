package org.flowproof.proof.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.flowproof.formula.Term;
import org.flowproof.proof.exact.Definitions;
import org.flowproof.proof.exact.Dot;
import org.flowproof.proof.exact.Question;

/**
 * The vector field, shown to be the gradient of the loss before it is used.
 *
 * <p>The catalogue's {@code a' = <w, D>}, {@code w' = a D} is accepted only after differentiating
 * the loss: for arbitrary directions {@code da}, {@code dw} of the weights, the derivative of the
 * loss equals {@code -(sum of da * field of a + dw * field of w)}, which characterises the negative
 * gradient. For the early-alignment flow, first the derivative of the loss by the outputs at h = 0
 * is found to be {@code -y/n}, then the chain rule through the outputs is used the same way.
 */
final class NetworkField implements Field, Iteration {
  private final Definitions definitions;
  private final boolean early;

  NetworkField(Definitions definitions, boolean early) {
    this.definitions = definitions;
    this.early = early;
  }

  private static Term.Observed timed(String name, Term... indices) {
    return new Term.Observed(name, 0, List.of(indices), Trees.T);
  }

  private static Term name(String name) {
    return new Term.Name(name);
  }

  /** The velocity of a neuron's output weight. */
  Term ofOutput(Term neuron) {
    return timed(early ? "wD0" : "wD", neuron);
  }

  /** The velocity of one coordinate of a hidden weight. */
  Term ofHidden(Term neuron, Term coordinate) {
    return Trees.times(timed("a", neuron), timed(early ? "D0" : "D", neuron, coordinate));
  }

  @Override
  public Function<Term.Observed, Dot> dots(Set<String> keep) {
    return o -> {
      if (!Trees.T.equals(o.time()) || o.primes() > 0) {
        return new Dot.Constant();
      } else if (o.name().equals("a")) {
        return new Dot.Known(unfold(ofOutput(o.indices().get(0)), keep));
      } else if (o.name().equals("w")) {
        return new Dot.Known(unfold(ofHidden(o.indices().get(0), o.indices().get(1)), keep));
      }
      return definitions
          .define(o)
          .<Dot>map(d -> new Dot.Abbreviates(definitions.unfoldBelow(d, keep)))
          .orElse(new Dot.Constant());
    };
  }

  @Override
  public Term next() {
    return Trees.plus(Trees.T, name("eta"));
  }

  @Override
  public Field field() {
    return this;
  }

  @Override
  public Term value(Term.Observed o, Set<String> keep) {
    Term.Observed now = Iteration.now(o);
    Term velocity;
    if (o.name().equals("a")) {
      velocity = ofOutput(o.indices().get(0));
    } else if (o.name().equals("w")) {
      velocity = ofHidden(o.indices().get(0), o.indices().get(1));
    } else {
      return o;
    }
    return Trees.plus(now, Trees.times(name("eta"), unfold(velocity, keep)));
  }

  private Term unfold(Term term, Set<String> keep) {
    return definitions.unfoldBelow(term, keep);
  }

  @Override
  public void derive(Checks checks) {
    Term j = name("j");
    Term i = name("i");
    Term along =
        Trees.sum(
            "j",
            Trees.plus(
                Trees.times(timed("da", j), ofOutput(j)),
                Trees.sum("i", Trees.times(timed("dw", j, i), ofHidden(j, i)))));
    if (!early) {
      Set<String> keep = Set.of("r");
      checks.requireZero(
          question(timed("loss"), along, keep, direction(keep)),
          "derivative of the loss along (da, dw) + <(da, dw), field>");
      return;
    }
    Set<String> keep = Set.of("h");
    Term k = name("k");
    Definitions full = Definitions.ofFlow();
    Function<Term.Observed, Dot> outputs =
        o -> o.name().equals("h") ? new Dot.Known(timed("dh", k(o))) : new Dot.Constant();
    Term slope =
        Trees.sum(
            "k",
            Trees.times(
                new Term.Operation(
                    Term.Operator.DIVIDE,
                    Trees.minus(new Term.Observed("y", 0, List.of(k), null), timed("h", k)),
                    name("n")),
                timed("dh", k)));
    checks.requireZero(
        new Question(full.unfoldExcept(timed("loss"), keep), slope, outputs, Map.of(), Map.of()),
        "derivative of the loss along outputs dh + sum of (y - h) dh / n");
    Term pulled =
        new Term.Operation(
            Term.Operator.DIVIDE,
            Trees.sum("k", Trees.times(new Term.Observed("y", 0, List.of(k), null), timed("h", k))),
            name("n"));
    checks.requireZero(
        question(pulled, new Term.Negation(along), Set.of(), direction(Set.of())),
        "derivative of sum of y h / n along (da, dw) - <(da, dw), field>");
  }

  private static Term k(Term.Observed o) {
    return o.indices().get(0);
  }

  private Question question(
      Term derived, Term rest, Set<String> keep, Function<Term.Observed, Dot> dots) {
    return new Question(
        definitions.unfoldExcept(derived, keep),
        definitions.unfoldExcept(rest, keep),
        dots,
        Map.of(),
        Map.of());
  }

  private Function<Term.Observed, Dot> direction(Set<String> keep) {
    return o -> {
      if (o.name().equals("a")) {
        return new Dot.Known(timed("da", o.indices().get(0)));
      } else if (o.name().equals("w")) {
        return new Dot.Known(timed("dw", o.indices().get(0), o.indices().get(1)));
      }
      return definitions
          .define(o)
          .<Dot>map(d -> new Dot.Abbreviates(definitions.unfoldBelow(d, new TreeSet<>(keep))))
          .orElse(new Dot.Constant());
    };
  }
}
