"""Full-batch gradient descent with PyTorch; time is step * iteration."""

import os

import numpy as np
import torch
from common import Clock, Folder, arguments, result


def main():
    words = arguments(["descent"])
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    data = Folder(words.folder)
    x, y = torch.from_numpy(data.x), torch.from_numpy(data.y)
    a = torch.from_numpy(data.a).requires_grad_()
    w = torch.from_numpy(data.w).requires_grad_()
    optimizer = torch.optim.SGD([a, w], lr=words.step)
    iterations = round(words.end / words.step)
    clock = Clock(words.time_out)
    done = 0
    while done < iterations and clock.proceed(done * words.step):
        optimizer.zero_grad(set_to_none=True)
        loss = ((torch.relu(x @ w.T) @ a - y) ** 2).mean() / 2
        loss.backward()
        optimizer.step()
        done += 1
    spent = clock.spent()
    state = torch.cat([a.detach(), w.detach().reshape(-1)]).numpy()
    np.save(words.state, state)
    status = "done" if done == iterations else "timeout"
    result(status, done * words.step, spent, done, done, f"step {words.step!r}")


main()
