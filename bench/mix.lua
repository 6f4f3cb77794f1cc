-- SPDX-License-Identifier: Apache-2.0
-- What wrk asks for in bench/run's long load: every play signed out, and now and then a page that
-- is made anew for somebody signed in.
local cookie = { Cookie = os.getenv("BENCH_COOKIE") }
local own = { "/plays/1-1", "/board", "/search?q=program", "/month" }
local plays_of = { 3, 4, 4, 3, 4, 3, 2, 5, 3 }
local open = { "/playbook", "/toolkit", "/definitions", "/network" }
for strategy, plays in ipairs(plays_of) do
  for play = 1, plays do
    open[#open + 1] = "/plays/" .. strategy .. "-" .. play
  end
end

local n = 0
function request()
  n = n + 1
  if n % 20 == 0 then
    return wrk.format("GET", own[n / 20 % #own + 1], cookie)
  end
  return wrk.format("GET", open[n % #open + 1])
end
