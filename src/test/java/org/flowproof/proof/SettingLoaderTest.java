package org.flowproof.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every unusable setting gives one line with file, line, key and what was expected. */
class SettingLoaderTest {
  @TempDir Path directory;

  private static final String GOOD =
      """
      format: 1
      setting: sample
      title: A sample
      about: ""
      motion: {kind: flow, of: "Sum[(f[k] - y[k])^2, {k, n}]/2", keep: [f]}
      constants:
        x: {index: {k: sample, i: coordinate}, latex: "x_{#1,#2}", about: samples}
        y: {index: {k: sample}, latex: "y_{#1}", about: labels}
        rate: {is: positive, latex: "r", about: a rate}
      state:
        v: {index: {i: coordinate}, latex: "v_{#1}", about: weights, moves: "-Sum[(f[k] - y[k])*slope[i]*x[k,i], {k, n}]"}
        clock: {latex: "c", about: a clock, moves: "1", free: false}
      functions:
        act: {index: {i: coordinate}, latex: "s_{#1}", about: values, of: "v[i]", slope: "slope[i]", shared: true}
        slope: {index: {i: coordinate}, latex: "s'_{#1}", about: slopes, of: "v[i]", shared: true}
        q: {latex: "q", about: a function of all weights, of: "v[c]", over: {c: coordinate}}
      defined:
        f: {index: {k: sample}, latex: "f_{#1}", about: outputs, as: "Sum[act[i]*x[k,i], {i, d}]"}
        half: {latex: "h", about: half a rate, as: "rate/2"}
      facts:
        small: "ForAll[{i, d}, v[i]^2 <= rate]"
      runs:
        loss: logistic
        factor: 1/n
        trained: first
        activation: leaky-or-relu
        from: settled
        when: {wide: "m >= 2"}
        as: {y: "y[k]", rate: "Abs[a[1]]"}
      """;

  @Test
  void theUnchangedSettingLoads() throws IOException {
    Setting setting = load(GOOD);
    assertEquals(Setting.Motion.FLOW, setting.motion());
    assertEquals(
        List.of("x", "y", "rate", "v", "clock", "act", "slope", "q", "f", "half"),
        List.copyOf(setting.symbols().keySet()));
    assertTrue(setting.symbols().get("f").signature().timed());
    assertFalse(setting.symbols().get("half").signature().timed());
    assertEquals(Symbol.Kind.POSITIVE, setting.symbols().get("rate").kind());
    assertInstanceOf(Symbol.Role.FunctionOfFamily.class, setting.symbols().get("q").role());
    assertEquals(List.of("small"), List.copyOf(setting.facts().keySet()));
    RunReading reading = setting.runs().orElseThrow();
    assertEquals(RunReading.Origin.SETTLED, reading.origin());
    assertEquals(List.of("y", "rate"), List.copyOf(reading.as().keySet()));
  }

  /** Replaces a piece of the good setting. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "format: 1 | format: 2 | 1 | format | whole number from 1 to 1",
        "setting: sample | setting: other | 2 | setting | does not fit the path",
        "title: A sample | titel: A sample | 3 | titel | did you mean 'title'?",
        "kind: flow | kind: flwo | 5 | motion.kind | did you mean 'flow'?",
        "kind: flow | kind: still | 5 | motion | kind: still exactly without state",
        ", keep: [f] | , keep: [g] | 5 | motion.keep[1] | is not a symbol",
        ", keep: [f] | , step: 2 | 5 | motion.step | kind: descent",
        "of: \"Sum[(f[k] - y[k])^2, {k, n}]/2\", keep | keep | 5 | motion | 'of' exactly when",
        "of: \"Sum[(f[k] | of: \"Sum[(h[k] | 5 | motion.of | position 6",
        "y: {index | k: {index | 8 | constants.k.latex | meaning of its own",
        "y: {index | endTime: {index | 8 | constants.endTime.latex | meaning of its own",
        "y: {index | n: {index | 8 | constants.n.latex | not in use",
        "y: {index | Exp: {index | 8 | constants.Exp.latex | not in use",
        "{k: sample}, latex: \"y | {k: sampel}, latex: \"y | 8 | constants.y.index.k | 'sample'?",
        "about: labels} | about: labels, moves: 1} | 8 | constants.y.moves | one of",
        "is: positive | is: positiv | 9 | constants.rate.is | did you mean 'positive'?",
        "about: weights, | about: weights, is: positive, | 11 | state.v.is | one of",
        "*slope[i]* | *slop[i]* | 11 | state.v.moves | did you mean 'slope'?",
        "*slope[i]* | *slope[j]* | 11 | state.v.moves | position",
        ", free: false | , free: maybe | 12 | state.clock.free | true or false",
        "values, of: \"v[i]\" | values, of: \"f[1]\" | 14 | functions.act.of | of a function",
        "of: \"v[c]\" | of: \"2*v[c]\" | 16 | functions.q.of | a state variable at the index 'c'",
        "of: \"v[c]\" | of: \"v[c,0]\" | 16 | functions.q.of | a state variable at the index 'c'",
        "of: \"v[c]\" | of: \"v[1]\" | 16 | functions.q.of | a state variable at the index 'c'",
        "over: {c: coordinate} | over: {c: coordinate, l: sample} | 16 | functions.q.over | one index",
        "over: {c: coordinate} | over: {c: coordinate}, shared: true | 16 | functions.q.shared | 'over'",
        "as: \"Sum[act | as: \"Sum[f | 18 | defined.f.as | position",
        "as: \"rate/2\" | as: \"rates/2\" | 19 | defined.half.as | did you mean 'rate'?",
        "v[i]^2 <= rate | v[i]^2 < | 21 | facts.small | position",
        "loss: logistic | loss: logistik | 23 | runs.loss | did you mean 'logistic'?",
        "factor: 1/n | factor: 2/n | 24 | runs.factor | one of",
        "trained: first | trained: second | 25 | runs.trained | one of",
        "from: settled | from: later | 27 | runs.from | one of",
        "m >= 2 | rate >= 2 | 28 | runs.when.wide | position",
        "as: {y | as: {yy | 29 | runs.as.yy | not a symbol of the setting",
        "y: \"y[k]\" | y: \"y[j]\" | 29 | runs.as.y | position",
        "Abs[a[1]] | Abs[a[1,0]] | 29 | runs.as.rate | without times",
        "Abs[a[1]] | a'[1] | 29 | runs.as.rate | without times",
      })
  void aBadSettingIsOneLine(String piece, String other, int line, String key, String says) {
    assertTrue(GOOD.contains(piece), piece);
    int at = GOOD.indexOf(piece);
    String bad = GOOD.substring(0, at) + other + GOOD.substring(at + piece.length());
    InputException e = assertThrows(InputException.class, () -> load(bad));
    String message = e.getMessage();
    assertTrue(message.contains("sample.yaml:" + line + ": " + key + ": "), message);
    assertTrue(message.contains(says), message);
    assertFalse(message.contains("\n"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"moves: \"1", "as: \"rate/2", "v[i]^2 <= rate"})
  void derivativesHaveNoPlaceInASetting(String piece) {
    String bad = GOOD.replace(piece, piece.replaceAll("(1|rate/2|rate)$", "clock'[t]"));
    InputException e = assertThrows(InputException.class, () -> load(bad));
    assertTrue(e.getMessage().contains("without '"), e.getMessage());
  }

  private static final String KINKED =
      """
      format: 1
      setting: sample
      title: A sample
      about: ""
      motion: {kind: flow, of: "Sum[cost[i], {i, d}]"}
      state:
        v: {index: {i: coordinate}, latex: "v_{#1}", about: weights, moves: "-act[i]*s[i]"}
      gates:
        s: {index: {i: coordinate}, latex: "s_{#1}", is: unit, about: slopes}
      functions:
        act: {index: {i: coordinate}, latex: "f_{#1}", about: values, of: "v[i]", slope: "s[i]"}
        cost: {index: {i: coordinate}, latex: "c_{#1}", about: costs, of: "act[i]", slope: "act[i]"}
      defined:
        jump: {index: {i: coordinate}, latex: "j_{#1}", about: jumps, as: "2*s[i]"}
      """;

  @Test
  void gatesOfAFlowAreSlopes() throws IOException {
    assertTrue(load(KINKED).kinks());
    assertFalse(load(GOOD).kinks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "of: \"Sum[cost[i] | of: \"Sum[s[i] | 5 | motion.of | the loss does not",
        "of: \"Sum[cost[i] | of: \"Sum[jump[i]*cost[i] | 5 | motion.of | the loss does not",
        ", slope: \"s[i]\" | , slope: \"v[i]\" | 9 | gates.s | the slope of one of the functions",
        ", slope: \"s[i]\" | , slope: \"2*s[i]\" | 11 | functions.act.slope | of this kind",
        ", slope: \"s[i]\" | , slope: \"jump[i]\" | 11 | functions.act.slope | of this kind",
        ", slope: \"s[i]\" | , slope: \"s[1]\" | 11 | functions.act.slope | of this kind",
        ", slope: \"s[i]\" | , slope: \"s[i]\", shared: true | 11 | functions.act.slope | of this kind",
        ", slope: \"s[i]\" | , slope: \"s[i]\", vanishes: true | 11 | functions.act.slope | of this kind",
        "of: \"v[i]\", slope | of: \"v[i]*s[i]\", slope | 11 | functions.act.of | does not",
        "of: \"v[i]\", slope | of: \"cost[i]\", slope | 11 | functions.act.of | that does not stand above",
        "of: \"act[i]\" | of: \"cost[i]\" | 12 | functions.cost.of | that does not stand above",
      })
  void otherGatesAreRefused(String piece, String other, int line, String key, String says) {
    assertTrue(KINKED.contains(piece), piece);
    InputException e = assertThrows(InputException.class, () -> load(KINKED.replace(piece, other)));
    String message = e.getMessage();
    assertTrue(message.contains("sample.yaml:" + line + ": " + key + ": "), message);
    assertTrue(message.contains(says), message);
  }

  @ParameterizedTest
  @CsvSource({"nowhere", "../sample", "Sample"})
  void aClaimMustNameASetting(String name) throws IOException {
    write(GOOD);
    InputException e = assertThrows(InputException.class, () -> claim(name));
    assertTrue(e.getMessage().contains("claim.yaml:5: setting: there is no setting"));
  }

  private Setting load(String text) throws IOException {
    write(text);
    return claim("sample").setting().orElseThrow();
  }

  private void write(String text) throws IOException {
    Path file = directory.resolve("settings").resolve("sample.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private Claim claim(String setting) throws IOException {
    Path file = directory.resolve("claim.yaml");
    Files.writeString(
        file,
        """
        format: 1
        claim: claim
        title: A claim
        source: {kind: derived}
        setting: %s
        conclusion: {range: "t >= 0", holds: "t >= 0"}
        derivation:
          - {id: s1, rule: inequality, shows: "t >= 0"}
        falsified:
          - {id: f1, holds: "t < 0", because: "not so"}
        """
            .formatted(setting),
        StandardCharsets.UTF_8);
    return ClaimLoader.load(directory, file);
  }
}
