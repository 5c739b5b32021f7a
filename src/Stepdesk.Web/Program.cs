return await Stepdesk.Web.Cli.Commands.RunAsync(args);
