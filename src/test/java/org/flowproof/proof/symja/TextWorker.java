package org.flowproof.proof.symja;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.matheclipse.core.eval.EvalEngine;

/**
 * A worker with the hole that the real one must not have: before each question it evaluates the
 * next of the texts in its arguments, in the engine that then answers.
 *
 * <p>The first argument says how: {@code contained} as in the real worker, or {@code bare} without
 * the containment; with {@code telling} at its end, the answer is what became of the text.
 */
final class TextWorker {
  private TextWorker() {}

  /** Speaks the worker's protocol. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream protocol = SymjaWorker.takeOutput();
    String how = args[0];
    Deque<String> texts = new ArrayDeque<>(List.of(args).subList(1, args.length));
    Containment containment = how.startsWith("bare") ? null : Containment.begin();
    EvalEngine engine = containment == null ? bare() : containment.engine();
    SymjaAlgebra algebra = new SymjaAlgebra(engine);
    SymjaWorker.serve(
        protocol,
        line -> {
          if (line.equals("check") && containment == null) {
            String fault = algebra.selfCheck();
            return fault.isEmpty() ? "fine" : "self-check failed: " + fault;
          }
          String told = line.equals("check") || texts.isEmpty() ? "" : run(engine, texts.poll());
          if (how.endsWith("telling") && !told.isEmpty()) {
            return told;
          }
          return containment == null
              ? algebra.simplify(GroundText.read(line))
              : SymjaWorker.answer(line, containment, algebra);
        });
  }

  private static EvalEngine bare() throws InterruptedException {
    org.matheclipse.parser.client.ParserConfig.PARSER_USE_LOWERCASE_SYMBOLS = false;
    org.matheclipse.core.expression.F.await();
    EvalEngine engine = new EvalEngine(false);
    EvalEngine.set(engine);
    return engine;
  }

  private static String run(EvalEngine engine, String text) {
    try {
      return ("told " + engine.evaluate(engine.parse(text))).replace('\n', ' ');
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return "told " + e.getClass().getSimpleName();
    }
  }
}
