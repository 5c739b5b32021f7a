using Stepdesk.Bench;

return await Bench.RunAsync(args);
