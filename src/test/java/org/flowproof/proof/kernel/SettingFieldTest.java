package org.flowproof.proof.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.ClaimLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a setting says of its motion is believed only when it is minus the gradient of the loss. */
class SettingFieldTest {
  private static final String SETTING =
      """
      format: 1
      setting: sample
      title: A sample
      about: ""
      motion: {kind: flow, of: "%s"}
      constants:
        x: {index: {k: sample, i: coordinate}, latex: "x_{#1,#2}", about: samples}
        y: {index: {k: sample}, latex: "y_{#1}", about: labels}
        rate: {is: positive, latex: "r", about: a rate}
      state:
        v: {index: {i: coordinate}, latex: "v_{#1}", about: weights, moves: "%s"}
        b: {latex: "b", about: a bias, moves: "%s"}
        clock: {latex: "c", about: a clock, moves: "1", free: false}
      functions:
        act: {index: {i: coordinate}, latex: "s_{#1}", about: values, of: "v[i]", slope: "slope[i]"}
        slope: {index: {i: coordinate}, latex: "s'_{#1}", about: slopes, of: "v[i]"}
        loose: {index: {i: coordinate}, latex: "l_{#1}", about: values, of: "v[i]"}
        q: {index: {k: sample}, latex: "q_{#1}", about: margins, of: "v[c]", over: {c: coordinate}, slope: "dq[k,c]"}
        dq: {index: {k: sample, i: coordinate}, latex: "d_{#1,#2}", about: their slopes, of: "v[c]", over: {c: coordinate}}
      defined:
        f: {index: {k: sample}, latex: "f_{#1}", about: outputs, as: "b + Sum[v[i]*x[k,i], {i, d}]"}
        twice: {latex: "2r", about: twice the rate, as: "2*rate"}
      """;

  private static Prover prover;
  @TempDir Path directory;

  @BeforeAll
  static void start() {
    prover = new Prover(ClaimCatalogue.of(List.of()));
  }

  @AfterAll
  static void stop() {
    prover.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b^2/2 + Sum[v[i]^2, {i, d}]/2 | -v[i] | -b",
        "rate*b + Sum[v[i], {i, d}] | -1 | -rate",
        "b*Sum[v[i], {i, d}] | -b | -Sum[v[i], {i, d}]",
        "Sum[v[i], {i, d}]^2/2 | -Sum[v[l], {l, d}] | 0",
        "Sum[(f[k] - y[k])^2, {k, n}]/2 | Sum[(y[k] - f[k])*x[k,i], {k, n}] | Sum[y[k] - f[k], {k, n}]",
        "Sum[act[i], {i, d}] | -slope[i] | 0",
        "b*Sum[act[i]^2, {i, d}]/2 | -b*act[i]*slope[i] | -Sum[act[i]^2, {i, d}]/2",
        "Sum[q[k], {k, n}] | -Sum[dq[k,i], {k, n}] | 0",
        "Sum[Exp[-q[k]], {k, n}] | Sum[Exp[-q[k]]*dq[k,i], {k, n}] | 0",
        "Sum[b*q[k]^2, {k, n}] | -2*b*Sum[q[k]*dq[k,i], {k, n}] | -Sum[q[k]^2, {k, n}]",
        "Exp[b] + twice*b^2 + clock | 0 | -Exp[b] - 4*rate*b",
        "Sum[Log[1 + v[i]^2], {i, d}] + b*clock | -2*v[i]/(1 + v[i]^2) | -clock",
      })
  void theGradientIsAccepted(String loss, String v, String b) throws IOException {
    assertEquals("PROVED", status(loss, v, b));
    assertEquals("PARTIAL", status(loss, v, "(" + b + ") + 1"));
    assertEquals("PARTIAL", status(loss, "3*(" + v + ") + 1", b));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b^2/2 + Sum[v[i]^2, {i, d}]/2 | v[i] | -b",
        "b^2/2 + Sum[v[i]^2, {i, d}]/2 | -v[i] | -2*b",
        "b^2/2 + Sum[v[i]^2, {i, d}]/2 | -Sum[v[l], {l, d}] | -b",
        "Sum[v[i], {i, d}]^2/2 | -v[i] | 0",
        "Sum[(f[k] - y[k])^2, {k, n}]/2 | Sum[(y[k] - f[k])*x[k,i], {k, n}]/n | Sum[y[k] - f[k], {k, n}]",
        "Sum[(f[k] - y[k])^2, {k, n}]/2 | Sum[y[k]*x[k,i], {k, n}] | Sum[y[k], {k, n}]",
        "Sum[act[i], {i, d}] | -act[i] | 0",
        "Sum[act[i], {i, d}] | -slope[i]*v[i] | 0",
        "Sum[loose[i], {i, d}] | -slope[i] | 0",
        "Sum[dq[k,1], {k, n}] | 0 | 0",
        "Sum[Exp[-q[k]], {k, n}] | Sum[dq[k,i], {k, n}] | 0",
        "Sum[Exp[-q[k]], {k, n}] | -Sum[Exp[-q[k]]*dq[k,i], {k, n}] | 0",
        "Sum[q[k], {k, n}] | 0 | 0",
        "Sum[q[k], {k, n}] | -Sum[dq[k,i]*v[i], {k, n}] | 0",
        "Abs[b] | 0 | -1",
      })
  void anythingElseIsRefused(String loss, String v, String b) throws IOException {
    assertEquals("PARTIAL", status(loss, v, b));
  }

  /** A clock stays at 0 where its velocity vanishes whatever the bias. */
  @ParameterizedTest
  @CsvSource({
    "clock*b, PROVED",
    "Sqrt[clock], PARTIAL",
    "Sqrt[clock] - Sqrt[0], PARTIAL",
    "b + 1 - 1, PARTIAL"
  })
  void whatMovesLeavesItsStart(String moves, String status) throws IOException {
    String setting =
        SETTING.replace("moves: \"1\"", "moves: \"" + moves + "\"").formatted("b^2/2", "0", "-b");
    assertEquals(
        status,
        status(
            setting,
            "{start: \"clock[0] == 0\"}",
            "clock[t] == 0",
            "invariant-set, from: [start]"));
  }

  private String status(String loss, String v, String b) throws IOException {
    return status(SETTING.formatted(loss, v, b), "{}", "clock'[t] == 1", "derivative-along-flow");
  }

  private String status(String setting, String hypotheses, String shows, String rule)
      throws IOException {
    Path settings = Files.createDirectories(directory.resolve("settings"));
    Files.writeString(settings.resolve("sample.yaml"), setting, StandardCharsets.UTF_8);
    Path file = directory.resolve("claim.yaml");
    Files.writeString(
        file,
        """
        format: 1
        claim: claim
        title: About the clock
        source: {kind: derived}
        setting: sample
        hypotheses: %s
        conclusion: {range: "t >= 0", holds: "%s"}
        derivation:
          - {id: s1, rule: %s, shows: "%s"}
        falsified:
          - {id: f1, holds: "clock'[t] == 2", because: "it runs at speed 1"}
        """
            .formatted(hypotheses, shows, rule, shows),
        StandardCharsets.UTF_8);
    Claim claim = ClaimLoader.load(directory, file);
    return prover.prove(claim).status().word();
  }
}
