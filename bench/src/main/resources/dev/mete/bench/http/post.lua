-- wrk -s post.lua ADDRESS -- TYPE FILE…: posts the bodies in files, one after the other and again from the first.
local posts, place = {}, 0

function init(args)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = args[1]
  for i = 2, #args do
    local file = assert(io.open(args[i], "rb"))
    wrk.body = file:read("*a")
    file:close()
    posts[i - 1] = wrk.format()
  end
  -- without this function wrk sends the one body that there is without asking each time
  if #posts > 1 then
    function request()
      place = place % #posts + 1
      return posts[place]
    end
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('{"requests":%d,"micros":%d,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
