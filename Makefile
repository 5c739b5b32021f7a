.PHONY: build check format editor migration model forget-model bench

build:
	dotnet build Stepdesk.slnx -nologo -v q

check:
	./test

format:
	dotnet csharpier format .

# make editor: CodeMirror as its lock pins it, bundled into the file that is kept with the pages. Needs npm.
editor:
	cd src/codemirror && npm ci --ignore-scripts --no-audit --no-fund && node bundle.js

# make migration NAME=AddSomething: the same change for both databases, and the models they are read with.
migration: forget-model
	dotnet ef migrations add $(NAME) --context SqliteDb --project src/Stepdesk.Engine --startup-project src/Stepdesk.Web -o Data/Sqlite/Migrations
	dotnet ef migrations add $(NAME) --context PostgresDb --project src/Stepdesk.Engine --startup-project src/Stepdesk.Web -o Data/Postgres/Migrations
	$(MAKE) model

# make model: what a start would otherwise work out of the mappings, half a second each time, written down as code.
model: forget-model
	dotnet ef dbcontext optimize --context SqliteDb --project src/Stepdesk.Engine --startup-project src/Stepdesk.Web -o Data/Sqlite/Compiled --namespace Stepdesk.Engine.Data.Sqlite.Compiled
	dotnet ef dbcontext optimize --context PostgresDb --project src/Stepdesk.Engine --startup-project src/Stepdesk.Web -o Data/Postgres/Compiled --namespace Stepdesk.Engine.Data.Postgres.Compiled

# A model of rows that are gone does not compile.
forget-model:
	rm -f src/Stepdesk.Engine/Data/*/Compiled/*.cs

# make bench NAME=door: ratios measured in one run; no name runs all. DUCKDB=true lets DuckDB answer beside kql.
bench:
	dotnet run -c Release --project bench/Stepdesk.Bench $(if $(DUCKDB),-p:DuckDb=true) -- $(NAME)
