package org.flowproof.flow.structured;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.flowproof.flow.ExactNumbers;

/**
 * The states of all neurons as they are written to checkpoints, bit by bit. The lines known to be
 * near are written too: a run that looked for them anew might find others, within rounding.
 */
final class SavedNeurons {
  private SavedNeurons() {}

  static void write(DataOutput out, Neurons neurons) throws IOException {
    ExactNumbers.write(out, neurons.z);
    for (long word : neurons.plus) {
      out.writeLong(word);
    }
    for (int j = 0; j < neurons.m; j++) {
      out.writeBoolean(neurons.still[j]);
      Held held = neurons.held[j];
      out.writeInt(held == null ? 0 : held.count());
      for (int i = 0; held != null && i < held.count(); i++) {
        out.writeInt(held.line(i));
        out.writeByte(held.sign(i));
      }
      Departing departing = neurons.departing[j];
      out.writeInt(departing == null ? 0 : departing.count());
      for (int i = 0; departing != null && i < departing.count(); i++) {
        out.writeInt(departing.line(i));
        out.writeByte(Departing.order(departing, departing.line(i)));
      }
      int[] near = neurons.near[j];
      out.writeInt(near == null ? -1 : near.length);
      for (int i = 0; near != null && i < near.length; i++) {
        out.writeInt(near[i]);
      }
      out.writeDouble(neurons.reach[j]);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException when there is less, or it does not fit the data
   */
  static Neurons read(DataInput in, Setup setup) throws IOException {
    Neurons neurons = new Neurons(setup);
    System.arraycopy(ExactNumbers.read(in, neurons.z.length), 0, neurons.z, 0, neurons.z.length);
    for (int i = 0; i < neurons.plus.length; i++) {
      neurons.plus[i] = in.readLong();
    }
    for (int j = 0; j < neurons.m; j++) {
      neurons.still[j] = in.readBoolean();
      neurons.held[j] = held(in, setup);
      Departing departing = null;
      for (int left = in.readInt(); left > 0; left--) {
        departing = Departing.with(departing, line(in, setup), in.readByte());
      }
      neurons.departing[j] = departing;
      int near = in.readInt();
      if (near >= 0) {
        neurons.near[j] = new int[count(near, setup)];
        for (int i = 0; i < near; i++) {
          neurons.near[j][i] = line(in, setup);
        }
      }
      neurons.reach[j] = in.readDouble();
    }
    return neurons;
  }

  private static Held held(DataInput in, Setup setup) throws IOException {
    int count = in.readInt();
    if (count == 0) {
      return null;
    }
    int[] lines = new int[count(count, setup)];
    byte[] signs = new byte[count];
    for (int i = 0; i < count; i++) {
      lines[i] = line(in, setup);
      signs[i] = in.readByte();
    }
    return new Held(setup.lines, lines, signs);
  }

  private static int count(int lines, Setup setup) throws IOException {
    if (lines < 0 || lines > setup.lineCount) {
      throw new IOException(lines + " of " + setup.lineCount + " kinks");
    }
    return lines;
  }

  private static int line(DataInput in, Setup setup) throws IOException {
    int line = in.readInt();
    if (line < 0 || line >= setup.lineCount) {
      throw new IOException("no kink number " + line);
    }
    return line;
  }
}
