package org.flowproof.proof.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;
import org.flowproof.proof.kernel.ProofReport;

/** Turns the tree of an evidence file into a record; every other key or type is refused. */
final class EvidenceReader {
  private static final List<String> PARTS = List.of("rules", "formulas", "tools", "observables");

  private final StrictMap top;

  EvidenceReader(StrictMap top) {
    this.top = top;
  }

  EvidenceRecord read() {
    top.allow("format", "claim", "fingerprint", "restsOn", "open", "steps");
    top.get("format").integer(EvidenceRecord.FORMAT, EvidenceRecord.FORMAT);
    EvidenceRecord record =
        new EvidenceRecord(
            top.text("claim"),
            fingerprint(top.map("restsOn")),
            top.get("open").list().stream().map(StrictValue::anyText).toList(),
            top.get("steps").list().stream().map(v -> step(v.map())).toList());
    if (!record.fingerprint().sha256().equals(top.text("fingerprint"))) {
      throw top.get("fingerprint").refuse("does not fit 'restsOn'", record.fingerprint().sha256());
    }
    return record;
  }

  private static Fingerprint fingerprint(StrictMap map) {
    map.allow("text", "lemmas", "rules", "formulas", "tools", "observables", "algebra", "solver");
    Map<String, String> lemmas = new LinkedHashMap<>();
    map.map("lemmas").entries().forEach((id, hash) -> lemmas.put(id, hash.text()));
    Map<String, String> parts = new LinkedHashMap<>();
    PARTS.forEach(name -> parts.put(name, map.text(name)));
    return new Fingerprint(
        map.text("text"), lemmas, new Foundations(parts, map.text("algebra"), map.text("solver")));
  }

  private static EvidenceRecord.Step step(StrictMap map) {
    map.allow("id", "rule", "discharged", "reason", "questions");
    return new EvidenceRecord.Step(
        map.text("id"),
        map.text("rule"),
        map.get("discharged").bool(),
        map.get("reason").anyText(),
        map.get("questions").list().stream().map(v -> question(v.map())).toList());
  }

  private static ProofReport.Evidence question(StrictMap map) {
    map.allow("tool", "version", "about", "input", "output", "millis");
    return new ProofReport.Evidence(
        new ToolName(map.text("tool"), map.get("version").anyText()).text(),
        map.get("about").anyText(),
        map.get("input").anyText(),
        map.get("output").anyText(),
        map.get("millis").integer(0, Integer.MAX_VALUE));
  }
}
