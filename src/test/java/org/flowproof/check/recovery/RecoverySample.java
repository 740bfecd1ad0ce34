package org.flowproof.check.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowproof.flow.RunWatcher;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.CaseLoader;

/** Cases of two tanh neurons that learn tanh(x + 1), and what the judge says of them. */
final class RecoverySample {
  /** A long run of six even samples, from the limit of small starts. */
  static final String SIX =
      """
      format: 1
      case: sample
      title: A sample
      data:
        law: {kind: even, samples: 6, from: -2, to: 2}
        target: {output: 1, weight: [1, 1]}
        bias: true
      network: {width: 2, activation: tanh, trained: both}
      loss: {kind: squared, factor: 1/2}
      initialization: {law: imbalance, ratio: RATIO, scale: 0}
      dynamics:
        kind: flow
        integrator: stiff
        tolerance: 3e-12
        stop: {time: 1e12, loss: 1e-25, evaluations: 1000000000}
      """;

  private RecoverySample() {}

  /** Judges a case, with horizons 1e3 and 1e4. */
  static Recovery judge(Path directory, String text) {
    return judge(directory, text, RecoveryRequest.Rule.LIMIT);
  }

  static Recovery judge(Path directory, String text, RecoveryRequest.Rule rule) {
    return RecoveryJudge.judge(
        load(directory, text),
        new RecoveryRequest(TestInputs.even(-2, 2, 1000), 1e-8, rule, List.of(1e3, 1e4)),
        RunWatcher.NONE);
  }

  static CaseFile load(Path directory, String text) {
    try {
      return CaseLoader.load(Files.writeString(directory.resolve("sample.yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
