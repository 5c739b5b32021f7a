.PHONY: build check format migration bench

build:
	dotnet build Stepdesk.slnx -nologo -v q

check:
	./test

format:
	dotnet csharpier format .

# make migration NAME=AddSomething: the same change for both databases.
migration:
	dotnet ef migrations add $(NAME) --context SqliteDb --project src/Stepdesk.Engine --startup-project src/Stepdesk.Web -o Data/Sqlite/Migrations
	dotnet ef migrations add $(NAME) --context PostgresDb --project src/Stepdesk.Engine --startup-project src/Stepdesk.Web -o Data/Postgres/Migrations

# make bench NAME=door: ratios measured in one run; no name runs all.
bench:
	dotnet run -c Release --project bench/Stepdesk.Bench -- $(NAME)
