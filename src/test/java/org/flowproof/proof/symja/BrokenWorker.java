package org.flowproof.proof.symja;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A worker process with the fault that its argument names; answers every question with a lie. */
final class BrokenWorker {
  private BrokenWorker() {}

  /** Speaks the worker's protocol. */
  public static void main(String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int checks = 0;
    String line;
    while ((line = in.readLine()) != null) {
      String number = line.split(" ", 2)[0];
      boolean check = line.endsWith(" check");
      checks += check ? 1 : 0;
      switch (args[0]) {
        case "noisy" -> {
          out.println("0");
          out.println("OpenJDK warning: something on standard output");
          out.println(number + (check ? " fine" : " v1"));
        }
        case "corrupt" -> out.println(number + " self-check failed: 1 + 1 is not 2");
        case "corrupted-later" ->
            out.println(number + (check ? (checks == 1 ? " fine" : " self-check failed") : " 0"));
        case "hangs" -> {
          if (check) {
            out.println(number + " fine");
          }
        }
        default -> {
          return;
        }
      }
    }
  }
}
