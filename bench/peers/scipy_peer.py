"""Integrates one data folder with SciPy's RK45 or DOP853; a (m numbers), then w, is the state."""

import numpy as np
from common import Clock, Folder, arguments, result
from scipy.integrate import DOP853, RK45


def velocity_of(data):
    """The flow of 1/(2n) sum (y - h)^2, whole arrays at a time, without new arrays."""
    n, d = data.x.shape
    m = data.a.size
    x = np.ascontiguousarray(data.x)
    columns = np.ascontiguousarray(data.x.T)
    u = np.empty((m, n))
    active = np.empty((m, n))
    into = np.empty(m * (d + 1))

    def velocity(_, state):
        a, w = state[:m], state[m:].reshape(m, d)
        np.matmul(w, columns, out=u)
        np.greater(u, 0, out=active)
        np.multiply(u, active, out=u)
        residual = (data.y - a @ u) / n
        np.multiply(active, residual, out=active)
        pull = active @ x
        np.einsum("ij,ij->i", w, pull, out=into[:m])
        np.multiply(a[:, None], pull, out=into[m:].reshape(m, d))
        # the solver keeps what it is given
        return into.copy()

    return velocity


def main():
    words = arguments(["rk45", "dop853"])
    data = Folder(words.folder)
    start = np.concatenate([data.a, data.w.ravel()])
    method = {"rk45": RK45, "dop853": DOP853}[words.method]
    clock = Clock(words.time_out)
    solver = method(
        velocity_of(data), 0.0, start, words.end, rtol=words.relative, atol=words.absolute
    )
    steps = 0
    message = None
    while solver.status == "running" and clock.proceed(float(solver.t)):
        message = solver.step()
        steps += 1
    spent = clock.spent()
    np.save(words.state, solver.y)
    status = {"finished": "done", "failed": "failed", "running": "timeout"}[solver.status]
    result(status, float(solver.t), spent, solver.nfev, steps, message or "")


main()
