package org.flowproof.proof.symja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flowproof.formula.Rational;
import org.flowproof.proof.exact.Ground;
import org.flowproof.proof.exact.Grounding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that got into the worker's engine could neither reach outside nor change an answer. */
class ContainmentTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);

  /** Texts that change the engine, or would if they could; one after the other in one engine. */
  private static final List<String> POISON =
      List.of(
          "Unprotect[Plus]; Plus[a_, b_] := 0",
          "Plus[a_, b_] := 0",
          "Unprotect[Times]; ClearAttributes[Times, Orderless]",
          "SetAttributes[Power, Listable]",
          "Unprotect[Sin]; Sin[_] := 0",
          "Unprotect[D, Together, Expand, Numerator]; D[_, _] := 0; Together[_] := 0",
          "Block[{Plus = Times}, 2 + 3]",
          "Block[{Times = Plus}, 2*3]",
          "Block[{Power = Plus}, 2^3]",
          "Block[{Sin = Cos}, Sin[1]]",
          "Block[{Together = Sin}, Together[x]]",
          "Block[{Expand = Sin}, Expand[x]]",
          "Block[{Numerator = Sin}, Numerator[x]]",
          "Block[{D = Plus}, D[x, x]]",
          "Module[{Plus = Times}, 2 + 3]",
          "With[{Plus = Times}, 2 + 3]",
          "v1 = 0; v2 = 0",
          "v1 /: v1 + v2 = 7",
          "v1 /: Plus[v1, x_] := 0",
          "UpSet[f[v1], 0]; v1 ^= 0",
          "x_ + y_ ^:= 0",
          "SetSystemOptions[\"x\" -> 1]",
          "$RecursionLimit = 20; $IterationLimit = 1",
          "$Assumptions = v1 == 0",
          "Apply[Symbol[\"Set\"], {v1, 0}]",
          "ToExpression[\"v1 = 0\"]",
          "Throw[1]",
          "Return[0]",
          "Abort[]",
          "Quit[]",
          "Print[\"2 0\"]; Echo[0]; ?Sin",
          "Clear[Plus]; ClearAll[Times]; Remove[Power]",
          "Off[General::stop]; On[]",
          "Share[]");

  @TempDir Path directory;

  private static Ground variable(String name) {
    return new Ground.Var(name);
  }

  private static Ground number(long value) {
    return new Ground.Num(Rational.of(value));
  }

  /** {@code (a + b)^2 - a^2 - 2ab - b^2 + rest}. */
  private static Grounding.Written square(long rest) {
    Ground a = variable("a");
    Ground b = variable("b");
    return new Grounding.Written(
        null,
        new Ground.Plus(
            List.of(
                new Ground.Power(new Ground.Plus(List.of(a, b)), 2),
                new Ground.Times(List.of(number(-1), new Ground.Power(a, 2))),
                new Ground.Times(List.of(number(-2), a, b)),
                new Ground.Times(List.of(number(-1), new Ground.Power(b, 2))),
                number(rest))),
        Map.of());
  }

  private static SymjaProcess worker(String how, List<String> texts) {
    List<String> main = new ArrayList<>(List.of(TextWorker.class.getName(), how));
    main.addAll(texts);
    return new SymjaProcess(PATIENT, main);
  }

  @Test
  void poisonChangesNoLaterAnswer() {
    try (SymjaProcess poisoned = worker("contained", POISON);
        SymjaProcess beside = new SymjaProcess(PATIENT)) {
      for (String text : POISON) {
        // each question is asked after the next text was evaluated
        assertEquals(List.of("0"), poisoned.simplify(List.of(square(0))), text);
        assertEquals(List.of("5"), poisoned.simplify(List.of(square(5))), text);
      }
      assertEquals(List.of("0"), beside.simplify(List.of(square(0))));
      assertEquals(List.of("5"), beside.simplify(List.of(square(5))));
    }
  }

  /** Without the containment this changes every engine of the process; the self-check sees it. */
  @Test
  void theSelfCheckSeesPoison() {
    try (SymjaProcess bare = worker("bare", List.of("Block[{Plus = Times}, 2 + 3]"))) {
      String answer = bare.simplify(List.of(square(0))).get(0);
      assertTrue(answer.startsWith("no answer: self-check failed"), answer);
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Block[{Times = Plus}, 2*3]",
        "Block[{Power = Plus}, 2^3]",
        "Block[{Sin = Cos}, Sin[1]]",
        "Block[{Together = Sin}, Together[x]]",
        "Block[{Expand = Sin}, Expand[x]]",
        "Block[{Numerator = Sin}, Numerator[x]]",
        "Block[{D = Plus}, D[x, x]]"
      })
  void anyPoisonIsSeenOrHarmless(String text) {
    for (long rest : new long[] {0, 5}) {
      try (SymjaProcess bare = worker("bare", List.of(text))) {
        String answer = bare.simplify(List.of(square(rest))).get(0);
        boolean right = answer.equals(Long.toString(rest));
        assertTrue(right || answer.startsWith("no answer: self-check failed"), answer);
      }
    }
  }

  @Test
  void noTextReachesFilesOrTheNetwork() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "never to be seen");
    Path out = Files.createDirectory(directory.resolve("out"));
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(500);
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      List<String> texts = new ArrayList<>();
      for (String function : List.of("URLFetch", "Import", "Get", "ReadString", "TestReport")) {
        texts.add(function + "[\"" + address + "\"]");
        texts.add(function + "[\"" + secret + "\"]");
        texts.add(function + "[\"" + secret.toUri() + "\"]");
      }
      for (String function : List.of("OpenRead", "FilePrint", "Needs", "InputStream")) {
        texts.add(function + "[\"" + secret + "\"]");
      }
      texts.add("Export[\"" + out + "/a.txt\", 1]");
      texts.add("Put[1, \"" + out + "/b.txt\"]");
      texts.add("Apply[Symbol[\"Put\"], {1, \"" + out + "/c.txt\"}]");
      texts.add("WriteString[OpenWrite[\"" + out + "/d.txt\"], \"x\"]");
      texts.add("WriteString[\"" + out + "/e.txt\", \"x\"]");
      texts.add("OpenAppend[\"" + out + "/f.txt\"]");
      texts.add("CreateFile[\"" + out + "/g.txt\"]");
      texts.add("CreateDirectory[\"" + out + "/h\"]");
      texts.add("JavaNew[\"java.io.FileOutputStream\", \"" + out + "/i.txt\"]");
      texts.add("AddToClassPath[\"" + out + "\"]");
      texts.add("BinaryWrite[\"" + out + "/j.txt\", {1}]");
      try (SymjaProcess telling = worker("telling", texts)) {
        for (String text : texts) {
          String told = telling.simplify(List.of(square(0))).get(0);
          assertTrue(told.startsWith("told "), () -> text + ": " + told);
          assertFalse(told.contains("never to be seen"), () -> text + ": " + told);
        }
      }
      assertEquals(0, connections(server));
    }
    try (Stream<Path> left = Files.list(out)) {
      assertEquals(List.of(), left.toList());
    }
  }

  /** The test above can fail: an engine as it comes connects to what a text names. */
  @Tag("slow")
  @Test
  void withoutTheContainmentATextConnects() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(20_000);
      String text = "URLFetch[\"http://127.0.0.1:" + server.getLocalPort() + "/x\"]";
      try (SymjaProcess bare =
          new SymjaProcess(
              Duration.ofSeconds(8), List.of(TextWorker.class.getName(), "bare-telling", text))) {
        // nobody answers the request: the clock ends it
        bare.simplify(List.of(square(0)));
      }
      assertEquals(1, connections(server));
    }
  }

  private static int connections(ServerSocket server) throws IOException {
    try {
      server.accept().close();
      return 1;
    } catch (SocketTimeoutException nobody) {
      return 0;
    }
  }

  /** What does not stop is killed; the next question has a new worker. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "While[True]",
        "Range[10^9]",
        "10^10^10",
        "2^(2^40)",
        "Subsets[Range[40]]",
        "Tuples[Range[10], 12]",
        "ChebyshevT[10^7, x]",
        "Permutations[Range[13]]"
      })
  void whatDoesNotStopIsKilled(String text) {
    List<String> main = List.of(TextWorker.class.getName(), "contained", text);
    try (SymjaProcess worker = new SymjaProcess(Duration.ofSeconds(8), main);
        SymjaProcess next = new SymjaProcess(PATIENT)) {
      long start = System.nanoTime();
      // stopped by the clock, or by its own heap; then the true answer may follow
      String answer = worker.simplify(List.of(square(0))).get(0);
      assertTrue(answer.equals("0") || answer.startsWith("no answer"), answer);
      assertTrue(System.nanoTime() - start < 120e9);
      assertEquals(List.of("5"), next.simplify(List.of(square(5))));
    }
  }

  @Test
  void anOpenConfigurationIsRefused() {
    assertEquals("", Containment.openings(false, false, false));
    assertFalse(Containment.openings(true, false, false).isEmpty());
    assertFalse(Containment.openings(false, true, false).isEmpty());
    assertFalse(Containment.openings(false, false, true).isEmpty());
  }
}
