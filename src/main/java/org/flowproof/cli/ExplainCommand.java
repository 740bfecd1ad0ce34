package org.flowproof.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.flowproof.formula.Proposition;
import org.flowproof.formula.TextPrinter;
import org.flowproof.proof.Claim;
import org.flowproof.report.ClaimFragment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: a claim as text. */
@Command(
    name = "explain",
    description = "Print a claim as a lemma with its proof; nothing is proved.")
final class ExplainCommand extends CommandBase {
  @Parameters(
      arity = "1",
      paramLabel = "CLAIM",
      description = "Id of a claim, or the end of it when only one fits.")
  String name;

  @Mixin TextOptions text;

  @Option(
      names = "--latex",
      description = "Print a LaTeX fragment, to be \\input in a document with amsmath.")
  boolean latex;

  ExplainCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    Claim claim = workspace().claim(name);
    if (latex && (options.json || text.source || text.ascii)) {
      throw new UsageException("--latex goes with neither --json nor --source nor --ascii");
    }
    if (options.json) {
      console().json(json(claim));
    } else if (latex) {
      ClaimFragment.of(claim, workspace().claims()::find).lines().forEach(console()::print);
    } else {
      new ClaimText(claim, workspace().claims()::find, text.style(surroundings()), console())
          .print();
    }
    return ExitCode.OK;
  }

  private static Map<String, Object> json(Claim claim) {
    Map<String, Object> map = new LinkedHashMap<>(ResultJson.document("explain", ExitCode.OK));
    map.put("claim", claim.id());
    map.put("title", claim.title());
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("kind", word(claim.source().kind()));
    source.put("reference", claim.source().reference());
    source.put("locator", claim.source().locator());
    map.put("source", source);
    claim.model().ifPresent(m -> map.put("model", model(m)));
    claim.setting().ifPresent(s -> map.put("setting", s.id()));
    Map<String, Object> generic = new LinkedHashMap<>();
    claim.generic().forEach((index, kind) -> generic.put(index, word(kind)));
    map.put("for", generic);
    Map<String, Object> hypotheses = new LinkedHashMap<>();
    claim.hypotheses().forEach((id, text) -> hypotheses.put(id, TextPrinter.print(text)));
    map.put("hypotheses", hypotheses);
    map.put("range", TextPrinter.print(claim.range()));
    map.put("conclusion", TextPrinter.print(claim.conclusion()));
    Map<String, Object> definitions = new LinkedHashMap<>();
    claim.definitions().forEach((id, term) -> definitions.put(id, TextPrinter.print(term)));
    map.put("where", definitions);
    map.put("derivation", claim.derivation().stream().map(ResultJson::step).toList());
    map.put("falsified", claim.falsified().stream().map(ExplainCommand::twin).toList());
    map.put("conditions", claim.conditions().stream().map(ConditionJson::stated).toList());
    map.put("notes", claim.notes());
    return map;
  }

  private static Map<String, Object> model(Claim.Model model) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("loss", word(model.loss()));
    map.put("layers", word(model.layers()));
    map.put("activation", word(model.activation()));
    map.put("dynamics", word(model.motion()));
    return map;
  }

  private static Map<String, Object> twin(Claim.Twin twin) {
    Proposition conclusion = twin.conclusion();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", twin.id());
    map.put("conclusion", conclusion == null ? null : TextPrinter.print(conclusion));
    map.put("droppedHypothesis", twin.droppedHypothesis());
    map.put("because", twin.because());
    return map;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
