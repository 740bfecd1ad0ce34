package org.flowproof.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What becomes of one text as a formula: a value or a typed refusal, in bounded time and memory.
 *
 * @param text what was read
 * @param end {@code term}, {@code statement}, or the reason of the refusal
 * @param millis of processor time for reading, printing and evaluating
 * @param bytes allocated meanwhile
 */
public record FormulaTrial(String text, String end, long millis, long bytes) {
  /** Far more than any text takes on a slow machine; a hang takes for ever. */
  static final long MOST_MILLIS = 5_000;

  static final long MOST_BYTES = 1L << 30;

  private static final int LONGEST_MESSAGE = 400;
  private static final Map<String, Integer> FREE = Map.of("j", 1, "k", 1);

  /**
   * Reads a text as a statement and as a term, prints and evaluates what it is.
   *
   * @throws AssertionError when something else comes of it than a value or one refusal
   */
  static FormulaTrial of(String text, int seed) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = thread.getCurrentThreadAllocatedBytes();
    long nanos = thread.getCurrentThreadCpuTime();
    String end = end(text, seed);
    long millis = (thread.getCurrentThreadCpuTime() - nanos) / 1_000_000;
    bytes = thread.getCurrentThreadAllocatedBytes() - bytes;
    long used = bytes;
    assertTrue(millis <= MOST_MILLIS, () -> millis + " ms for " + text);
    assertTrue(used <= MOST_BYTES, () -> used + " bytes for " + text);
    return new FormulaTrial(text, end, millis, bytes);
  }

  private static String end(String text, int seed) {
    try {
      Proposition statement = FormulaParser.proposition(text, TestVocabulary.INSTANCE);
      reads(statement, seed);
      return "statement";
    } catch (FormulaException e) {
      wellFormed(e, text);
      if (e.reason() != FormulaException.Reason.NOT_A_PROPOSITION) {
        refusedAsTermToo(text);
        return e.reason().name();
      }
    }
    try {
      Term term = FormulaParser.term(text, TestVocabulary.INSTANCE);
      reads(term, seed);
      return "term";
    } catch (FormulaException e) {
      wellFormed(e, text);
      return e.reason().name();
    }
  }

  private static void refusedAsTermToo(String text) {
    try {
      FormulaParser.term(text, TestVocabulary.INSTANCE);
      throw new AssertionError("a term, but no statement for another reason: " + text);
    } catch (FormulaException e) {
      wellFormed(e, text);
    }
  }

  /** A refusal is one line that names a position inside the text. */
  private static void wellFormed(FormulaException e, String text) {
    String message = e.getMessage();
    assertTrue(e.position() >= 0 && e.position() <= text.length(), message);
    assertTrue(message.length() <= LONGEST_MESSAGE, message);
    assertTrue(message.chars().allMatch(c -> c >= ' ' && c < 127), message);
    assertTrue(!e.symbol().isEmpty() && !e.expected().isEmpty(), message);
  }

  private static void reads(Proposition statement, int seed) {
    String printed = TextPrinter.print(statement);
    if (printed.length() <= Lexer.MAX_LENGTH) {
      assertEquals(statement, FormulaParser.proposition(printed, TestVocabulary.INSTANCE), printed);
    }
    new UnicodePrinter(TestVocabulary.INSTANCE, Times.SHOWN).print(statement);
    new LatexPrinter(TestVocabulary.INSTANCE).print(statement);
    Truth exact = orNull(() -> truth(new RationalArithmetic(), statement, seed));
    Truth ball = orNull(() -> truth(new BallArithmetic(), statement, seed));
    orNull(() -> truth(new DoubleArithmetic(), statement, seed));
    // undecided goes with everything; what both decide is the same
    boolean both = exact != null && ball != null && ball != Truth.UNDECIDED;
    assertTrue(!both || exact == ball, () -> printed + ": " + exact + " and " + ball);
  }

  private static void reads(Term term, int seed) {
    String printed = TextPrinter.print(term);
    readsBack(term, printed, FormulaParser::term);
    new UnicodePrinter(TestVocabulary.INSTANCE, Times.SHOWN).print(term);
    new LatexPrinter(TestVocabulary.INSTANCE).print(term);
    Rational exact = orNull(() -> value(new RationalArithmetic(), term, seed));
    Ball ball = orNull(() -> value(new BallArithmetic(), term, seed));
    Double plain = orNull(() -> value(new DoubleArithmetic(), term, seed));
    if (exact != null && ball != null) {
      Rational error = exact.minus(Rational.ofDouble(ball.value())).abs();
      assertTrue(
          error.compareTo(Rational.ofDouble(ball.radius())) <= 0,
          () -> printed + " = " + exact.toDouble() + " not in " + ball);
    }
    if (plain != null && ball != null) {
      double distance = Math.abs(plain - ball.value());
      assertTrue(
          distance <= 2 * ball.radius() + 8 * Math.ulp(plain),
          () -> printed + ": " + plain + " far from " + ball);
    }
  }

  /**
   * Printing loses nothing. It writes brackets around signed exponents, so that the deepest and the
   * longest texts come out too deep or too long to be read; that much is refused like any text.
   */
  private static <R> void readsBack(
      R tree, String printed, BiFunction<String, Vocabulary, R> parser) {
    R again;
    try {
      again = parser.apply(printed, TestVocabulary.INSTANCE);
    } catch (FormulaException e) {
      boolean grown =
          e.reason() == FormulaException.Reason.TOO_DEEP
              || e.reason() == FormulaException.Reason.TOO_LONG;
      assertTrue(grown, () -> printed + ": " + e.getMessage());
      return;
    }
    assertEquals(tree, again, printed);
  }

  /** The value of a term at the point of a seed. */
  static <T> T value(Arithmetic<T> arithmetic, Term term, int seed) {
    return new Compiler<>(arithmetic)
        .compile(term)
        .evaluate(new HashedPoint<>(arithmetic, seed), FREE, time(arithmetic, seed));
  }

  /**
   * The value at the point of a seed of a text that is a term.
   *
   * @throws FormulaException when it is something else
   * @throws NoValueException when it has none
   */
  public static <T> T value(Arithmetic<T> arithmetic, String text, int seed) {
    return value(arithmetic, FormulaParser.term(text, TestVocabulary.INSTANCE), seed);
  }

  private static <T> Truth truth(Arithmetic<T> arithmetic, Proposition statement, int seed) {
    return new Compiler<>(arithmetic)
        .compile(statement)
        .evaluate(new HashedPoint<>(arithmetic, seed), FREE, time(arithmetic, seed));
  }

  private static <T> T time(Arithmetic<T> arithmetic, int seed) {
    return arithmetic.of(HashedPoint.value(seed, "t").abs());
  }

  private static <R> R orNull(Supplier<R> reading) {
    try {
      return reading.get();
    } catch (NoValueException e) {
      return null;
    }
  }
}
