package org.flowproof.proof.symja;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.parser.client.ParserConfig;

/**
 * Main class of the child process: one numbered question a line, one answer with its number a line.
 *
 * <p>Standard output belongs to the protocol; whatever the algebra system prints goes nowhere.
 */
final class SymjaWorker {
  private SymjaWorker() {}

  /** Reads questions until the end of the input. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream protocol =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    ParserConfig.PARSER_USE_LOWERCASE_SYMBOLS = false;
    Config.UNPROTECT_ALLOWED = false;
    F.await();
    EvalEngine engine = new EvalEngine(false);
    EvalEngine.set(engine);
    engine.setFileSystemEnabled(false);
    SymjaAlgebra algebra = new SymjaAlgebra(engine);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
      String line;
      while ((line = in.readLine()) != null) {
        int blank = line.indexOf(' ');
        protocol.println(
            line.substring(0, blank) + " " + answer(line.substring(blank + 1), algebra));
      }
    }
  }

  /** What of the engine's configuration is not closed; empty when all is. */
  static String openings(boolean files, boolean unprotect) {
    return files ? "file access is switched on" : unprotect ? "built-ins can be redefined" : "";
  }

  private static String answer(String line, SymjaAlgebra algebra) {
    try {
      String open = openings(Config.FILESYSTEM_ENABLED, Config.UNPROTECT_ALLOWED);
      if (!open.isEmpty()) {
        return line.equals("check") ? open : "no answer: " + open;
      }
      if (line.equals("check")) {
        String fault = algebra.selfCheck();
        return fault.isEmpty() ? "fine" : "self-check failed: " + fault;
      }
      return algebra.simplify(GroundText.read(line));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Symja throws flow-control exceptions of many kinds; the parent treats all as "not shown"
      return "no answer: " + e.getClass().getSimpleName();
    }
  }
}
