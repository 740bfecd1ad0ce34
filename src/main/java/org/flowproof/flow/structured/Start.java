package org.flowproof.flow.structured;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.flow.KinkLines;
import org.flowproof.flow.Pulls;

/** The state at time 0: sides decided exactly on the given doubles, then the kinks started on. */
final class Start {
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private final Setup setup;
  private final Neurons neurons;
  private final EventLog log = new EventLog();
  private final double[] outputs;
  private final double[] residuals;
  private final double[] atNodes;
  private final KinkTurn turn;

  Start(Setup setup, LineForces forces, TimeBasis basis, Sweep.WalkMaker maker, double tolerance) {
    this.setup = setup;
    neurons = new Neurons(setup);
    residuals = new double[setup.n];
    int stride = basis.degree() + 1;
    atNodes = new double[setup.n * stride];
    turn = maker.make(setup, basis, tolerance, 1).turn(setup, log);
    byte[][] rows = new byte[setup.m][];
    double squares = 0;
    for (int j = 0; j < setup.m; j++) {
      neurons.z[j * (setup.d + 1)] = setup.problem.initial().a().get(j);
      for (int c = 0; c < setup.d; c++) {
        neurons.z[j * (setup.d + 1) + 1 + c] = setup.problem.initial().w().get(j, c);
      }
      rows[j] = row(j);
    }
    for (double part : neurons.z) {
      squares += part * part;
    }
    outputs = neurons.outputs(setup);
    for (int k = 0; k < setup.n; k++) {
      residuals[k] = setup.residuals.residual(k, outputs[k]);
      java.util.Arrays.fill(atNodes, k * stride, (k + 1) * stride, residuals[k]);
    }
    forces.setGross(outputs, squares);
    forces.set(atNodes, 1);
    Pulls pulls = forces.at(0);
    OneNeuron neuron = new OneNeuron(setup);
    for (int j = 0; j < setup.m; j++) {
      begin(neuron, j, rows[j], pulls);
    }
  }

  private void begin(OneNeuron neuron, int j, byte[] row, Pulls pulls) {
    neuron.load(j, neurons);
    List<Integer> zero = new ArrayList<>();
    for (int l = 0; l < row.length; l++) {
      neuron.setPositive(l, row[l] > 0);
      if (row[l] == 0) {
        zero.add(l);
      }
    }
    neuron.still = Neurons.silent(setup, neuron.plus, 0);
    if (!zero.isEmpty()) {
      int[] lines = zero.stream().mapToInt(Integer::intValue).toArray();
      turn.decide(neuron, lines, 0, row, pulls, true);
    }
    neuron.save(neurons);
  }

  private byte[] row(int j) {
    byte[] row = new byte[setup.lineCount];
    int at = j * (setup.d + 1) + 1;
    for (int l = 0; l < row.length; l++) {
      double[] e = setup.lines.direction(l);
      double u = 0;
      double size = 0;
      for (int c = 0; c < setup.d; c++) {
        double part = neurons.z[at + c] * e[c];
        u += part;
        size += Math.abs(part);
      }
      if (Math.abs(u) <= ROUNDING * size) {
        double[] sample = setup.problem.data().x().row(setup.lines.members(l)[0]);
        u = KinkLines.exactSign(neurons.z, at, sample);
      }
      row[l] = (byte) Math.signum(u);
    }
    return row;
  }

  Neurons neurons() {
    return neurons;
  }

  EventLog log() {
    return log;
  }

  KinkTurn.LostUniqueness loss() {
    return turn.loss();
  }

  void outputs(double[] into) {
    System.arraycopy(outputs, 0, into, 0, outputs.length);
  }

  double[] residuals() {
    return residuals;
  }

  double[] residualsAtNodes() {
    return atNodes;
  }
}
