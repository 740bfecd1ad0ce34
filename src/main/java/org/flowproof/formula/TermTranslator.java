package org.flowproof.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns terms into closures. */
final class TermTranslator<T> {
  private final Arithmetic<T> arithmetic;
  private final Compiler.Slots slots;

  TermTranslator(Arithmetic<T> arithmetic, Compiler.Slots slots) {
    this.arithmetic = arithmetic;
    this.slots = slots;
  }

  Code<T> translate(Term term) {
    if (term instanceof Term.Literal literal) {
      return literal(literal);
    }
    if (term instanceof Term.Name name) {
      return name(name.name());
    }
    if (term instanceof Term.Observed observed) {
      return observed(observed);
    }
    if (term instanceof Term.Negation negation) {
      Code<T> operand = translate(negation.operand());
      return frame -> arithmetic.negate(operand.run(frame));
    }
    if (term instanceof Term.Operation operation) {
      return operation(operation);
    }
    if (term instanceof Term.Call call) {
      Optional<Term> small = Terms.logOnePlus(call);
      if (small.isPresent()) {
        Code<T> inner = translate(small.get());
        return frame -> arithmetic.logOnePlus(inner.run(frame));
      }
      List<Code<T>> arguments = call.arguments().stream().map(this::translate).toList();
      return frame ->
          arithmetic.apply(call.function(), arguments.stream().map(a -> a.run(frame)).toList());
    }
    if (term instanceof Term.Over over) {
      return over(over);
    }
    return overTime((Term.OverTime) term);
  }

  private Code<T> literal(Term.Literal literal) {
    try {
      T value = arithmetic.of(literal.value());
      return frame -> value;
    } catch (NoValueException e) {
      // a literal beyond the number system matters only where it is evaluated
      return frame -> {
        throw e;
      };
    }
  }

  private Code<T> name(String name) {
    Optional<Integer> bound = slots.boundSlot(name);
    if (bound.isPresent()) {
      int slot = bound.get();
      return frame -> {
        T time = frame.boundTime(slot);
        return time != null ? time : integer(frame.index(slot));
      };
    }
    if (name.equals(Heads.TIME)) {
      return Frame::time;
    }
    Optional<IndexKind> size = IndexKind.ofSize(name);
    if (size.isPresent()) {
      return frame -> integer(frame.valuation().size(size.get()));
    }
    int slot = slots.freeSlot(name);
    return frame -> {
      int index = frame.index(slot);
      return index > 0 ? integer(index) : frame.valuation().constant(name);
    };
  }

  private T integer(int value) {
    return arithmetic.of(Rational.of(value));
  }

  private Code<T> observed(Term.Observed observed) {
    List<Code.Index<T>> indices = observed.indices().stream().map(this::index).toList();
    boolean now = observed.time() instanceof Term.Name name && name.name().equals(Heads.TIME);
    Code<T> other = observed.time() == null ? frame -> null : translate(observed.time());
    Code<T> time = now ? Frame::now : other;
    return frame -> {
      List<Integer> values = new ArrayList<>(indices.size());
      for (Code.Index<T> index : indices) {
        values.add(index.run(frame));
      }
      return frame
          .valuation()
          .observable(observed.name(), values, observed.primes(), time.run(frame));
    };
  }

  private Code.Index<T> index(Term index) {
    if (index instanceof Term.Literal literal && literal.value().isInteger()) {
      int value = literal.value().numerator().intValueExact();
      return frame -> value;
    }
    if (index instanceof Term.Name name) {
      int slot = slots.boundSlot(name.name()).orElseGet(() -> slots.freeSlot(name.name()));
      return frame -> {
        int value = frame.index(slot);
        if (value < 1) {
          throw new IllegalArgumentException("no value given for the index " + name.name());
        }
        return value;
      };
    }
    throw new IllegalArgumentException("not an index: " + TextPrinter.print(index));
  }

  private Code<T> operation(Term.Operation operation) {
    Code<T> left = translate(operation.left());
    Optional<Integer> exponent =
        operation.operator() == Term.Operator.POWER
            ? integerExponent(operation.right())
            : Optional.empty();
    if (exponent.isPresent()) {
      int power = exponent.get();
      return frame -> arithmetic.power(left.run(frame), power);
    }
    Code<T> right = translate(operation.right());
    return switch (operation.operator()) {
      case PLUS -> frame -> arithmetic.plus(left.run(frame), right.run(frame));
      case MINUS -> frame -> arithmetic.minus(left.run(frame), right.run(frame));
      case TIMES -> frame -> arithmetic.times(left.run(frame), right.run(frame));
      case DIVIDE -> frame -> arithmetic.divide(left.run(frame), right.run(frame));
      case POWER -> frame -> arithmetic.power(left.run(frame), right.run(frame));
    };
  }

  private static Optional<Integer> integerExponent(Term exponent) {
    if (exponent instanceof Term.Negation negation) {
      return integerExponent(negation.operand()).map(value -> -value);
    }
    return exponent instanceof Term.Literal literal
            && literal.value().isInteger()
            && literal.value().numerator().bitLength() < 31
        ? Optional.of(literal.value().numerator().intValueExact())
        : Optional.empty();
  }

  private Code<T> over(Term.Over over) {
    IndexKind kind = IndexKind.ofSize(over.size()).orElseThrow();
    int slot = slots.bind(over.index());
    Code<T> body = translate(over.body());
    slots.release();
    return frame -> {
      int size = frame.valuation().size(kind);
      if (size == 0) {
        if (over.fold() == Term.Fold.SUM) {
          return arithmetic.of(Rational.ZERO);
        }
        throw new NoValueException(over.fold().head() + " over an empty range");
      }
      T result = null;
      for (int i = 1; i <= size; i++) {
        frame.setIndex(slot, i);
        T value = body.run(frame);
        result = i == 1 ? value : combine(over.fold(), result, value);
      }
      return result;
    };
  }

  private T combine(Term.Fold fold, T left, T right) {
    return switch (fold) {
      case SUM -> arithmetic.plus(left, right);
      case MAX -> arithmetic.apply(Term.Function.MAX, List.of(left, right));
      case MIN -> arithmetic.apply(Term.Function.MIN, List.of(left, right));
    };
  }

  private Code<T> overTime(Term.OverTime over) {
    Code<T> from = translate(over.from());
    Code<T> to = translate(over.to());
    int slot = slots.bind(over.variable());
    Code<T> body = translate(over.body());
    slots.release();
    return frame ->
        frame
            .valuation()
            .overTime(
                over.fold(),
                from.run(frame),
                to.run(frame),
                value -> body.run(frame.at(slot, value)));
  }
}
