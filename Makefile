# What is done with this repository. `make` alone lists the targets.
#
# Swift uses all processors by itself, so that targets run one after the other under `make -j` too.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help setup build test kits check lint golden bench conformance install uninstall clean

PREFIX ?= /usr/local
DESTDIR ?=
EDITION ?= 2015

PACKAGES := libxml2-dev zlib1g-dev pkg-config
RELEASE := -c release --static-swift-stdlib
IMPORT_CHECK := --explicit-target-dependency-import-check error
TROUSSE := .build/release/trousse
KITS := build/kits
JUDGED := build/conformance
SHARE := $(DESTDIR)$(PREFIX)/share/trousse

help:
	@echo "make kits         build all kits of the edition (EDITION=$(EDITION)) into $(KITS)"
	@echo "make test         build and run the tests"
	@echo "make build        build the program in release: $(TROUSSE)"
	@echo "make check        lint, build, test, and check knowledge base and templates"
	@echo "make golden       write the golden files anew, and show what changed"
	@echo "make bench        measure time and memory"
	@echo "make conformance  let other people's programs judge all kits (JUDGES=install installs them)"
	@echo "make install      into PREFIX=$(PREFIX), below DESTDIR if given; make uninstall removes it"
	@echo "make clean        remove all that was built"

# A Swift toolchain, and the two system libraries with their headers.
setup:
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p'); \
	lowest=$$(printf '6.2\n%s\n' "$${version:-0}" | sort -V | head -n 1); \
	if [ "$$lowest" != 6.2 ]; then \
	  echo "trousse needs Swift 6.2 or later and finds $${version:-none}:" \
	    "see https://www.swift.org/install" >&2; \
	  exit 1; \
	fi
	@if pkg-config --exists libxml-2.0 zlib 2>/dev/null; then exit 0; fi; \
	if ! command -v apt-get >/dev/null 2>&1; then \
	  echo "install libxml2 and zlib with their headers, and pkg-config; then run make again" >&2; \
	  exit 1; \
	fi; \
	if [ "$$(id -u)" = 0 ]; then as_root=env; \
	elif sudo -n true 2>/dev/null; then as_root='sudo -n env'; \
	else \
	  echo "system libraries are missing; run this, then make again:" >&2; \
	  echo "  sudo apt-get install $(PACKAGES)" >&2; \
	  exit 1; \
	fi; \
	echo "installing $(PACKAGES)"; \
	$$as_root DEBIAN_FRONTEND=noninteractive apt-get update -qq && \
	$$as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	  $(PACKAGES) >/dev/null

build: setup
	swift build $(RELEASE) $(IMPORT_CHECK) --product trousse

test: setup
	swift test --disable-xctest

kits: build
	@$(TROUSSE) build --edition $(EDITION) --zip --out $(KITS)

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

check: lint build test
	$(TROUSSE) check

golden: setup
	UPDATE_GOLDEN=1 swift test --disable-xctest
	git --no-pager diff --stat -- Tests/Golden
	git status --short -- Tests/Golden

bench: build
	swift build $(RELEASE) --product bench
	.build/release/bench $(TROUSSE) build/bench Assets KitTemplates

conformance: build
	@if [ -n "$(CI)" ] || [ "$(JUDGES)" = install ]; then .ci/install-judges; fi
	@rm -rf $(JUDGED)
	$(TROUSSE) build --edition $(EDITION) --zip --out $(JUDGED)
	TROUSSE_CONFORMANCE=1 TROUSSE_KITS="$(CURDIR)/$(JUDGED)" ODF_SCHEMAS="$(ODF_SCHEMAS)" \
	  FAT_KEY="$(FAT_KEY)" \
	  swift test --disable-xctest --filter 'ConformanceTests|fails at any step|A killed build'

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)"
	install -m 755 $(TROUSSE) "$(DESTDIR)$(PREFIX)/bin/trousse"
	rm -rf "$(SHARE)/Assets" "$(SHARE)/KitTemplates"
	cp -R Assets KitTemplates "$(SHARE)"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/trousse"
	rm -rf "$(SHARE)"

clean:
	rm -rf .build build
