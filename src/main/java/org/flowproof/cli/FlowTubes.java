package org.flowproof.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.TubeRefusal;
import org.flowproof.check.TubeRun;
import org.flowproof.enclose.Enclosure;
import org.flowproof.enclose.FlowCertifier;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.certificate.CertificateWriter;
import org.flowproof.enclose.certify.Refusal;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.plan.Precision;
import org.flowproof.problem.ExpectedEnclosure;
import org.flowproof.problem.Problem;
import org.flowproof.problem.WholeFile;

/** Makes the tubes of {@code enclose}. */
final class FlowTubes implements TubeRun.Maker {
  private final Optional<Path> certificate;
  private final Precision precision;

  /** With a file for the certificate of the tube, where one is asked for. */
  FlowTubes(Optional<Path> certificate, Precision precision) {
    this.certificate = certificate;
    this.precision = precision;
  }

  @Override
  public TubeRun run(Problem problem, double until) {
    long start = System.nanoTime();
    FlowCertifier.Outcome outcome = enclosed(problem, until);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (outcome instanceof FlowCertifier.Outcome.Unsuitable unsuitable) {
      return new TubeRun(
          Optional.empty(),
          Optional.of(
              new TubeRefusal(ExpectedEnclosure.Refused.Kind.UNSUITABLE, 0, unsuitable.reason())),
          List.of(),
          Map.of(),
          Optional.empty(),
          seconds);
    }
    Enclosure enclosure = ((FlowCertifier.Outcome.Tried) outcome).enclosure();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("steps", (long) enclosure.tube().stepCount());
    counts.put("convex kinks", (long) enclosure.kinks().convex());
    counts.put("concave kinks", (long) enclosure.kinks().concave());
    counts.put("slides", (long) enclosure.kinks().slides());
    counts.put("ends of slides", (long) enclosure.kinks().releases());
    Optional<Tube> tube =
        enclosure.tube().end() > 0 ? Optional.of(enclosure.tube()) : Optional.empty();
    return new TubeRun(
        tube,
        enclosure
            .obstacle()
            .map(
                o ->
                    new TubeRefusal(
                        ExpectedEnclosure.Refused.Kind.valueOf(o.refusal().kind().name()),
                        o.time(),
                        "at t = " + Display.precise(o.time()) + where(o.refusal()))),
        enclosure.passed(),
        counts,
        Optional.of(LimitLines.of(enclosure.limit())),
        seconds);
  }

  /** Neurons and samples count from 1 for people. */
  private static String where(Refusal refusal) {
    String neuron = refusal.neuron() < 0 ? "" : ", neuron " + (refusal.neuron() + 1);
    String sample = refusal.sample() < 0 ? "" : " and sample " + (refusal.sample() + 1);
    return neuron + sample + ": " + refusal.text();
  }

  private FlowCertifier.Outcome enclosed(Problem problem, double until) {
    if (certificate.isPresent()
        && FlowModel.of(problem) instanceof FlowModel.Outcome.Suitable suitable) {
      FlowCertifier.Outcome certified = certify(suitable.model(), until, certificate.get());
      if (precision.equals(Precision.DOUBLES)) {
        return certified;
      }
    }
    return FlowCertifier.enclose(problem, until, Thread.currentThread()::isInterrupted, precision);
  }

  /**
   * Writes a certificate. It is of doubles, so that it has a tube of its own, which is returned.
   */
  private static FlowCertifier.Outcome certify(FlowModel model, double until, Path file) {
    Problem problem = model.problem();
    if (model.logistic()) {
      throw new UsageException("--certificate: only tubes of the squared loss have one");
    }
    for (int k : model.kinks().samples()) {
      int[] members = model.kinks().of(k).members();
      if (members.length > 1) {
        throw new UsageException(
            "--certificate: samples %d and %d lie on one line through 0, of which certificates know nothing"
                .formatted(members[0] + 1, members[1] + 1));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CertificateWriter writer = new CertificateWriter(problem, bytes);
    FlowCertifier.Outcome outcome =
        FlowCertifier.enclose(problem, until, Thread.currentThread()::isInterrupted, writer);
    if (outcome instanceof FlowCertifier.Outcome.Tried tried
        && tried.enclosure().tube().end() > 0) {
      try {
        writer.finish();
        WholeFile.write(file, bytes.toString(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UsageException("cannot write: " + e.getMessage(), e);
      }
    }
    return outcome;
  }
}
