package org.flowproof.proof.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.flowproof.problem.InputException;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;
import org.flowproof.proof.LemmaOrder;
import org.flowproof.proof.kernel.RecordedReplay;

/**
 * Verifies stored evidence: it must be current, and the kernel, given the recorded answers of the
 * algebra system and the solver for exactly the recorded questions, must come to the recorded
 * outcome of every step. Exact evaluation, sampling and side conditions are computed again. Says
 * nothing about a claim that a replay with the tools would not say better; never PROVED. May be
 * used by several threads.
 */
public final class EvidenceCheck {
  private final ClaimCatalogue catalogue;
  private final Path proofsRoot;
  private final Fingerprints fingerprints;
  private final RecordedReplay replay;
  private final Map<String, Outcome> known = new ConcurrentHashMap<>();

  /**
   * @param proofsRoot the directory that claim ids are relative to
   * @param foundations what evidence has to rest on to be current
   */
  public EvidenceCheck(ClaimCatalogue catalogue, Path proofsRoot, Foundations foundations) {
    this.catalogue = catalogue;
    this.proofsRoot = proofsRoot;
    this.fingerprints = new Fingerprints(catalogue, foundations);
    this.replay = new RecordedReplay(catalogue, foundations.algebra(), foundations.solver());
  }

  /** The words for evidence. */
  public enum Word {
    /** Current, and the kernel comes to the same outcome. */
    VERIFIED("verified"),
    /** There is no file. */
    MISSING("missing"),
    /** Something that the proof depends on has changed since; the file was not used. */
    STALE("stale"),
    /** The kernel comes to another outcome. */
    DIFFERS("differs"),
    /** The claim has no derivation. */
    NONE("no derivation");

    private final String text;

    Word(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * What became of the evidence of one claim.
   *
   * @param detail what is stale, missing or different; empty otherwise
   * @param open what the record leaves open; empty unless verified
   */
  public record Outcome(Word word, String detail, List<String> open) {
    public Outcome {
      open = List.copyOf(open);
    }

    private static Outcome of(Word word, String detail) {
      return new Outcome(word, detail, List.of());
    }

    /** Such as {@code stale: lemma envelopes/output-bound}. */
    public String text() {
      return word.text() + (detail.isEmpty() ? "" : ": " + detail);
    }
  }

  /**
   * Checks the evidence of a claim, and first that of the lemmas it leans on.
   *
   * @throws InputException when a file is not a record as it was written
   */
  public Outcome of(Claim claim) {
    Outcome found = known.get(claim.id());
    if (found == null) {
      found =
          LemmaOrder.circular(catalogue, claim)
              ? Outcome.of(Word.DIFFERS, "the claim rests on itself")
              : decide(claim);
      known.put(claim.id(), found);
    }
    return found;
  }

  private Outcome decide(Claim claim) {
    if (claim.derivation().isEmpty()) {
      return Outcome.of(Word.NONE, "");
    }
    EvidenceFile file = new EvidenceFile(proofsRoot, claim);
    Optional<EvidenceRecord> stored = file.read();
    if (stored.isEmpty()) {
      return Outcome.of(Word.MISSING, "no file " + file.path().getFileName());
    }
    EvidenceRecord record = stored.get();
    if (!record.claim().equals(claim.id())) {
      return Outcome.of(Word.DIFFERS, "the evidence is that of " + record.claim());
    }
    Fingerprint now = fingerprints.of(claim);
    List<String> changes = record.fingerprint().changes(now);
    if (!changes.isEmpty()) {
      return Outcome.of(Word.STALE, String.join(", ", changes));
    }
    for (String id : LemmaOrder.lemmas(claim)) {
      Optional<Claim> lemma = catalogue.find(id).filter(l -> !l.derivation().isEmpty());
      Outcome below = lemma.map(this::of).orElse(null);
      if (below != null && below.word() != Word.VERIFIED) {
        return Outcome.of(below.word(), "evidence of lemma " + id + " (" + below.text() + ")");
      }
    }
    EvidenceRecord again =
        EvidenceRecord.of(claim.id(), now, replay.replay(claim, record.answers()));
    return record
        .firstDifference(again)
        .map(difference -> Outcome.of(Word.DIFFERS, difference))
        .orElseGet(() -> new Outcome(Word.VERIFIED, "", record.open()));
  }
}
