package org.flowproof.formula;

import java.util.List;

/** Turns statements into closures with three-valued logic. */
final class PropositionTranslator<T> {
  private final Arithmetic<T> arithmetic;
  private final Compiler.Slots slots;
  private final TermTranslator<T> terms;

  PropositionTranslator(Arithmetic<T> arithmetic, Compiler.Slots slots) {
    this.arithmetic = arithmetic;
    this.slots = slots;
    this.terms = new TermTranslator<>(arithmetic, slots);
  }

  Code.Test<T> translate(Proposition proposition) {
    if (proposition instanceof Proposition.Comparison comparison) {
      Code<T> left = terms.translate(comparison.left());
      Code<T> right = terms.translate(comparison.right());
      return frame -> arithmetic.compare(comparison.relation(), left.run(frame), right.run(frame));
    }
    if (proposition instanceof Proposition.And and) {
      List<Code.Test<T>> parts = and.parts().stream().map(this::translate).toList();
      return frame -> conjunction(parts, frame);
    }
    if (proposition instanceof Proposition.Or or) {
      List<Code.Test<T>> parts =
          or.parts().stream().map(this::translate).map(PropositionTranslator::negated).toList();
      return frame -> conjunction(parts, frame).not();
    }
    if (proposition instanceof Proposition.Not not) {
      return negated(translate(not.operand()));
    }
    if (proposition instanceof Proposition.Implies implies) {
      List<Code.Test<T>> parts =
          List.of(translate(implies.premise()), negated(translate(implies.consequence())));
      return frame -> conjunction(parts, frame).not();
    }
    return quantified((Proposition.Quantified) proposition);
  }

  private static <T> Code.Test<T> negated(Code.Test<T> test) {
    return frame -> test.run(frame).not();
  }

  /** Stops at the first part that is false: the later ones may only have values where it holds. */
  private static <T> Truth conjunction(List<Code.Test<T>> parts, Frame<T> frame) {
    Truth result = Truth.TRUE;
    for (Code.Test<T> part : parts) {
      result = result.and(part.run(frame));
      if (result == Truth.FALSE) {
        return result;
      }
    }
    return result;
  }

  private Code.Test<T> quantified(Proposition.Quantified quantified) {
    IndexKind kind = IndexKind.ofSize(quantified.size()).orElseThrow();
    boolean all = quantified.quantifier() == Proposition.Quantifier.FOR_ALL;
    int slot = slots.bind(quantified.index());
    Code.Test<T> body = translate(quantified.body());
    slots.release();
    return frame -> {
      int size = frame.valuation().size(kind);
      Truth result = Truth.of(all);
      for (int i = 1; i <= size && result != Truth.of(!all); i++) {
        frame.setIndex(slot, i);
        Truth truth = body.run(frame);
        result = all ? result.and(truth) : result.or(truth);
      }
      return result;
    };
  }
}
