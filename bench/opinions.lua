-- wrk: opinions that differ, each from another address, each with its own form key. Prints what was answered.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  run = string.format("%08x", tonumber(args[1]) or os.time())
  body = args[2]
  sent = 0
  seen = 0
  receipts = 0
  example = ""
end

function request()
  sent = sent + 1
  local key = string.format("%s%08x%016x", run, number, sent)
  local address = string.format("10.%d.%d.%d", number, math.floor(sent / 250) % 250, sent % 250)
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["X-Forwarded-For"] = address,
  }, "key=" .. key .. "&" .. body)
end

function response(status, headers)
  seen = seen + 1
  if status == 303 and (headers["Location"] or headers["location"] or ""):find("/suivi/") then
    receipts = receipts + 1
  elseif example == "" then
    example = tostring(status)
  end
end

local all = {}
local old_setup = setup
function setup(thread)
  old_setup(thread)
  table.insert(all, thread)
end

function done(summary)
  local receipts, other = 0, ""
  for _, thread in ipairs(all) do
    receipts = receipts + thread:get("receipts")
    other = other .. thread:get("example")
  end
  print(string.format("receipts %d seconds %.3f others %d %s", receipts, summary.duration / 1e6,
    summary.requests - receipts, other))
end
