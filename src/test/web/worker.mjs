// A worker as the vendor's manual has it. It ends with one line of JSON: the letter that it sent, or the error that it met.
import {BasicAuthInterceptor, Client, Variables} from 'camunda-external-task-client-js';

const [baseUrl, username, password, businessKey, awaited] = process.argv.slice(2);
const client = new Client({
  baseUrl, workerId: `js-${username}`, maxTasks: 1, interval: 100, asyncResponseTimeout: 5000, lockDuration: 30000,
  interceptors: new BasicAuthInterceptor({username, password}),
});

client.subscribe('sendOfficialLetter', {businessKey}, async ({task, taskService}) => {
  const sent = new Variables();
  sent.set('letterNumber', '7-CV/JS');
  await taskService.complete(task, sent);
});
client.on('complete:success', task => end({completed: task.businessKey}));
client.on('complete:error', (task, error) => end(met(error)));
client.on('poll:error', error => {
  if (String(error.httpStatusCode) === awaited) {
    end(met(error));
  }
});

function met(error) {
  return {name: error.name, status: error.httpStatusCode, type: error.type, code: error.code, message: error.engineMsg};
}

function end(line) {
  console.log(JSON.stringify(line));
  process.exit(0);
}
