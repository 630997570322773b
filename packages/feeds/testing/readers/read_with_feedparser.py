"""Reads the feeds named on the command line with feedparser; prints a JSON list, one entry each."""

import calendar
import json
import sys

import feedparser


def read_item(entry):
    enclosures = [
        {"url": link.href, "type": link.get("type", ""), "length": int(link.get("length", 0))}
        for link in entry.get("links", [])
        if link.get("rel") == "enclosure"
    ]
    item = {
        "id": entry.get("id", ""),
        "title": entry.get("title", ""),
        "url": entry.get("link", ""),
        "published": calendar.timegm(entry.published_parsed) * 1000,
        "content": entry.content[0].value if "content" in entry else "",
        "authors": [author.get("name", "") for author in entry.get("authors", [])],
    }
    return {**item, "enclosure": enclosures[0]} if enclosures else item


def read_feed(path):
    feed = feedparser.parse(path)
    if feed.bozo:
        raise SystemExit(f"{path}: {feed.bozo_exception}")
    return {"title": feed.feed.get("title", ""), "items": [read_item(e) for e in feed.entries]}


print(json.dumps([read_feed(path) for path in sys.argv[1:]]))
