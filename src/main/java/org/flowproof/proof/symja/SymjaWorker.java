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
import java.util.function.UnaryOperator;

/**
 * Main class of the child process: one numbered question a line, one answer with its number a line.
 *
 * <p>Standard output belongs to the protocol; whatever the algebra system prints goes nowhere.
 */
final class SymjaWorker {
  private SymjaWorker() {}

  /** Reads questions until the end of the input. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream protocol = takeOutput();
    Containment containment = Containment.begin();
    SymjaAlgebra algebra = new SymjaAlgebra(containment.engine());
    serve(protocol, line -> answer(line, containment, algebra));
  }

  /** Standard output for the protocol alone. */
  static PrintStream takeOutput() {
    PrintStream protocol =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    return protocol;
  }

  /** Answers questions until the end of the input. */
  static void serve(PrintStream protocol, UnaryOperator<String> answers) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
      String line;
      while ((line = in.readLine()) != null) {
        int blank = line.indexOf(' ');
        protocol.println(line.substring(0, blank) + " " + answers.apply(line.substring(blank + 1)));
      }
    }
  }

  /** One answer, on one line. */
  static String answer(String line, Containment containment, SymjaAlgebra algebra) {
    try {
      String open = containment.openings();
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
