/* Integrates one data folder with SUNDIALS 6: explicit Runge-Kutta of order 5 or 8 (ARKODE), or BDF
 * with matrix-free Newton (CVODE). The time-out is in CPU
 * seconds. Prints "progress t seconds cpu" lines and a "result {...}" line. */
#include <arkode/arkode_erkstep.h>
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_spgmr.h>

#include "network.h"

static int velocity(realtype t, N_Vector state, N_Vector into, void *data) {
  (void)t;
  network_velocity(data, N_VGetArrayPointer(state), N_VGetArrayPointer(into));
  return 0;
}

static void check(int flag, const char *what) {
  if (flag < 0) {
    fprintf(stderr, "%s failed with %d\n", what, flag);
    exit(3);
  }
}

/* One solver behind two functions, because ERKStep and CVODE name the same calls differently. */
typedef struct {
  void *memory;
  int is_cvode;
} solver;

static int step(solver s, double end, N_Vector state, double *t) {
  return s.is_cvode ? CVode(s.memory, end, state, t, CV_ONE_STEP)
                    : ERKStepEvolve(s.memory, end, state, t, ARK_ONE_STEP);
}

static solver make(const char *method, network *net, N_Vector state, double relative,
                   double absolute, double end, SUNContext context) {
  solver s = {NULL, strcmp(method, "cvode-bdf") == 0};
  if (s.is_cvode) {
    s.memory = CVodeCreate(CV_BDF, context);
    check(CVodeInit(s.memory, velocity, 0.0, state), "CVodeInit");
    check(CVodeSStolerances(s.memory, relative, absolute), "CVodeSStolerances");
    check(CVodeSetUserData(s.memory, net), "CVodeSetUserData");
    SUNLinearSolver linear = SUNLinSol_SPGMR(state, SUN_PREC_NONE, 10, context);
    check(CVodeSetLinearSolver(s.memory, linear, NULL), "CVodeSetLinearSolver");
    check(CVodeSetStopTime(s.memory, end), "CVodeSetStopTime");
    return s;
  }
  s.memory = ERKStepCreate(velocity, 0.0, state, context);
  if (s.memory == NULL) check(-1, "ERKStepCreate");
  check(ERKStepSStolerances(s.memory, relative, absolute), "ERKStepSStolerances");
  check(ERKStepSetUserData(s.memory, net), "ERKStepSetUserData");
  ARKODE_ERKTableID table =
      strcmp(method, "erk8") == 0 ? ARKODE_FEHLBERG_13_7_8 : ARKODE_DORMAND_PRINCE_7_4_5;
  check(ERKStepSetTableNum(s.memory, table), "ERKStepSetTableNum");
  check(ERKStepSetStopTime(s.memory, end), "ERKStepSetStopTime");
  return s;
}

int main(int count, char **words) {
  if (count != 11) {
    fprintf(stderr, "usage: %s erk5|erk8|cvode-bdf FOLDER n m d T RTOL ATOL TIME_OUT STATE_FILE\n",
            words[0]);
    return 2;
  }
  const char *method = words[1];
  network net = network_read(words[2], atoi(words[3]), atoi(words[4]), atoi(words[5]));
  double end = atof(words[6]), relative = atof(words[7]), absolute = atof(words[8]);
  double limit = atof(words[9]);
  size_t size = (size_t)net.m * (net.d + 1);

  SUNContext context;
  check(SUNContext_Create(NULL, &context), "SUNContext_Create");
  N_Vector state = N_VNew_Serial((sunindextype)size, context);
  double *values = N_VGetArrayPointer(state);
  double *a = npy_read(words[2], "a0.npy", net.m);
  double *w = npy_read(words[2], "w0.npy", (size_t)net.m * net.d);
  memcpy(values, a, net.m * sizeof(double));
  memcpy(values + net.m, w, (size_t)net.m * net.d * sizeof(double));

  double start = now(), cpu_start = cpu_now(), told = start, t = 0;
  solver s = make(method, &net, state, relative, absolute, end, context);
  int flag = 0;
  while (t < end && flag >= 0 && cpu_now() - cpu_start < limit) {
    flag = step(s, end, state, &t);
    if (now() - told > 0.2) {
      told = now();
      printf("progress %.17g %.6f %.6f\n", t, told - start, cpu_now() - cpu_start);
      fflush(stdout);
    }
  }
  double seconds = now() - start, cpu = cpu_now() - cpu_start;
  long steps = 0, evaluations = 0, more = 0;
  if (s.is_cvode) {
    CVodeGetNumSteps(s.memory, &steps);
    CVodeGetNumRhsEvals(s.memory, &evaluations);
    CVodeGetNumLinRhsEvals(s.memory, &more);
  } else {
    ERKStepGetNumSteps(s.memory, &steps);
    ERKStepGetNumRhsEvals(s.memory, &evaluations);
  }
  npy_write(words[10], values, size);
  printf("result {\"status\": \"%s\", \"t\": %.17g, \"seconds\": %.6f, \"cpu\": %.6f, "
         "\"evaluations\": %ld, \"steps\": %ld, \"detail\": \"flag %d\"}\n",
         flag < 0 ? "failed" : t >= end ? "done" : "timeout", t, seconds, cpu,
         evaluations + more, steps, flag);
  return 0;
}
