package enum TrousseCommand { package static func main() async {} }
