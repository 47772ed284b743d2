-- One call against up to two limits, KEYS, by the clock of this server.
--
-- ARGV: 1 when the call is only a look, else 0; then for each key the limit's calls
-- and its window in microseconds. A value is "whole part", as ratelimit.State.
-- Returns now, 1 when the call is let through, and whole and part for each key.
-- All numbers are whole and below 2^53, so they are exact here.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local look = ARGV[1] == '1'
local ok, states, answer = true, {}, {now, 1}

for i, key in ipairs(KEYS) do
    local calls, window = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
    local whole, part, back = now, 0, false
    local stored = redis.call('GET', key)
    if stored then
        local space = string.find(stored, ' ', 1, true)
        whole, part = tonumber(string.sub(stored, 1, space - 1)), tonumber(string.sub(stored, space + 1))
        if whole < now then
            whole, part = now, 0
        elseif whole > now + window or whole == now + window and part > 0 then
            whole, part, back = now + window, 0, true -- the clock went back
        end
    end
    local used = part + window
    local s = {whole = whole, part = part, back = back, nextWhole = whole + math.floor(used / calls), nextPart = used % calls}
    ok = ok and (s.nextWhole < now + window or s.nextWhole == now + window and s.nextPart == 0)
    states[i] = s
end

for i, key in ipairs(KEYS) do
    local s = states[i]
    if ok and not look then
        s.whole, s.part = s.nextWhole, s.nextPart
    end
    if not look and (ok or s.back) then
        redis.call('SET', key, string.format('%.0f %.0f', s.whole, s.part), 'PX', math.floor((s.whole - now) / 1000) + 1)
    end
    answer[2 * i + 1], answer[2 * i + 2] = s.whole, s.part
end
if not ok then
    answer[2] = 0
end
return answer
