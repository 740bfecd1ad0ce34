/* The right-hand side of the flow, shared by the SUNDIALS peer and the peak program.
 * State: a (m numbers), then w (m x d, row-major). Samples: d columns of n numbers. */
#ifndef NETWORK_H
#define NETWORK_H

#include <stddef.h>

typedef struct {
  int n, m, d;
  double *x; /* d columns of n numbers */
  double *y; /* n */
  double *r; /* scratch: residuals over n */
  double *u; /* scratch: n preactivations of one neuron */
} network;

/* Reads X.npy and y.npy of a folder; ends the program with a message when that fails. */
network network_read(const char *folder, int n, int m, int d);

/* A one-dimensional array of `count` doubles; ends the program with a message when it is not. */
double *npy_read(const char *folder, const char *name, size_t count);

/* Writes `count` doubles as a one-dimensional NPY file. */
void npy_write(const char *file, const double *values, size_t count);

/* velocity of gradient flow on 1/(2n) sum (y - h)^2 */
void network_velocity(const network *net, const double *state, double *velocity);

/* Additions and multiplications that network_velocity does: for each neuron and sample 2d for the
 * preactivation and 2 for its part of the output; then 2d for the preactivation again (cheaper
 * than storing m x n numbers) and 2d for the pull. Comparisons are not counted. */
double network_operations(const network *net);

/* Seconds by the clock, and CPU seconds of this process. */
double now(void);
double cpu_now(void);

#endif
