# SPDX-License-Identifier: Apache-2.0
# The commands of everyday work; each says what it does. The work itself is in tools/ and in the
# presets of CMakePresets.json.
PORT ?= 8080
ADDRESS ?= 127.0.0.1
DATABASE ?= enact-data/demo.db

.PHONY: help run test bench fuzz fresh check format clean

help: ## what can be made
	@echo "Enact. On Debian 12:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: ## build the program and serve a make-believe network on PORT (8080)
	@tools/install-deps run
	@tools/build release enact
	@mkdir -p $(dir $(DATABASE))
	@build/release/bin/enact demo --database $(DATABASE) --address $(ADDRESS) --port $(PORT)

test: ## build everything with its tests and run them all
	@tools/install-deps test
	@tools/test

bench: ## measure the program: bench/run says what and how (BENCH_ONLY="load start" for a part)
	@tools/install-deps run
	@tools/build release enact
	@tools/build bench bench_linkage imports_bench
	@bench/run

fuzz: ## let the fuzzers think for a minute each (SECONDS=600 for longer)
	@tools/install-deps test
	@tools/fuzz $(or $(SECONDS),60)

check: ## format, tests, layers, and clang-tidy on what changed: before handing in a change
	@tools/install-deps check
	@tools/check

format: ## lay out every C++ file as .clang-format says
	@tools/install-deps check
	@tools/format

fresh: ## try make run and make test on a Debian 12 with nothing else on it (needs root)
	@tools/fresh

clean: ## remove what was built; the demo's data stay
	@rm -rf build ui/node_modules
