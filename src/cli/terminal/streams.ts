let closed = false;
let lost = false;

/**
 * Watches both streams of the process. A reader that has seen enough (`butie … | head`) is no fault; any other failure to
 * write is told, if it still can be, and ends the process with exit code 2: what nobody got was not done.
 */
export function guardStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') closed = true;
    else if (!closed) lose(error);
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') lost = true;
  });
  // Nobody foresaw it and nobody catches it: no stack, which may quote a cell, reaches the screen.
  process.on('uncaughtException', (error) => {
    lost = true;
    process.stderr.write(
      `✗ 程序内部出了没有料到的错（${error.name}），这次没有完成；请把所用命令告诉维护人员（不要附带花名册）\n` +
        `  an error nobody foresaw (${error.name}); tell the maintainers the command, without the roster\n`,
    );
  });
  process.on('exit', () => {
    if (lost) process.exitCode = 2;
  });
}

/** Whether nobody takes what goes to stdout any more. */
export function stdoutIsClosed(): boolean {
  return closed;
}

function lose(error: NodeJS.ErrnoException): void {
  closed = true;
  lost = true;
  const reason = error.code ?? 'unknown';
  process.stderr.write(
    `✗ 结果没有写全，标准输出写不进去（${reason}）；看看磁盘是否已满，再运行一次\n` +
      `  the result was not written whole, standard output failed (${reason}); is the disk full? Run again\n`,
  );
}
